package io.denizen.testkit.credential;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.Argon2Hash;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialId;
import io.denizen.domain.credential.CredentialSummary;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.LockPolicy;
import io.denizen.domain.credential.Octets;
import io.denizen.domain.credential.PasswordAlgorithm;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.PortContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link Credentials} promises, and the journal of them. */
public abstract class CredentialsContract extends PortContract {

  private static final PasswordHash ARGON2 =
      new Argon2Hash(
          PasswordAlgorithm.ARGON2ID,
          Argon2Hash.VERSION,
          Argon2Cost.RECOMMENDED,
          Octets.of("a salt of sixteen".getBytes(StandardCharsets.UTF_8)),
          Octets.of(new byte[32]));
  private static final PasswordHash BCRYPT =
      PasswordHash.parse("$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234");
  private static final LockPolicy LOCK = new LockPolicy(1, Duration.ofMinutes(5));

  @Test
  void givesBackACredentialExactlyAsItWasCommitted() {
    Credential credential = created(KeptPassword.of(ARGON2));

    assertThat(answer(credentials().byIdentity(credential.identityId()))).contains(credential);
    assertThat(answer(credentials().byIdentityIncludingDeleted(credential.identityId())))
        .contains(credential);
    assertThat(answer(credentials().ofIdentity(credential.identityId())))
        .containsExactly(credential);
  }

  @Test
  void givesBackEveryFieldOfAChangedCredential() {
    Credential credential = created(new KeptPassword(BCRYPT, true));
    Credential failed = committed(occasion -> credential.fail(LOCK, occasion));

    assertThat(answer(credentials().byIdentity(credential.identityId()))).contains(failed);
    assertThat(failed.lockedUntil()).isNotNull();

    Credential set = committed(occasion -> failed.set(KeptPassword.of(ARGON2), occasion));

    assertThat(answer(credentials().byIdentity(credential.identityId()))).contains(set);
  }

  @Test
  void findsNothingWhereNothingIs() {
    IdentityId unknown = fixtures().identityId();

    assertThat(answer(credentials().byIdentity(unknown))).isEmpty();
    assertThat(answer(credentials().byIdentityIncludingDeleted(unknown))).isEmpty();
    assertThat(answer(credentials().ofIdentity(unknown))).isEmpty();
    assertThat(answer(credentials().restorable(fixtures().occasion().changeSet()))).isEmpty();
  }

  @Test
  void leavesADeletedCredentialOutUntilAPasswordIsSetAgain() {
    Credential credential = created(KeptPassword.of(ARGON2));
    Credential deleted = committed(credential::delete);

    assertThat(answer(credentials().byIdentity(credential.identityId()))).isEmpty();
    assertThat(answer(credentials().ofIdentity(credential.identityId()))).isEmpty();
    assertThat(answer(credentials().byIdentityIncludingDeleted(credential.identityId())))
        .contains(deleted);

    Credential again = committed(occasion -> deleted.set(KeptPassword.of(BCRYPT), occasion));

    assertThat(answer(credentials().byIdentity(credential.identityId()))).contains(again);
    assertThat(actions(credential)).containsExactly("created", "deleted", "created");
  }

  @Test
  void refusesASecondOfAnIdentity() {
    Credential first = created(KeptPassword.of(ARGON2));
    Occasion occasion = fixtures().occasion();
    Change<Credential> second =
        Credential.create(credentialId(), first.identityId(), KeptPassword.of(BCRYPT), occasion);

    assertThat(refusal(ports().journal().commit(set(occasion, second))))
        .isEqualTo(new StaleVersion(first.name()));
    assertThat(actions(first)).containsExactly("created");
  }

  @Test
  void refusesACredentialOfADeletedIdentity() {
    Identity gone = committed(person()::delete);
    Occasion occasion = fixtures().occasion();
    Change<Credential> change =
        Credential.create(credentialId(), gone.id(), KeptPassword.of(ARGON2), occasion);

    assertThat(refusal(ports().journal().commit(set(occasion, change))))
        .isInstanceOf(StaleVersion.class);
    assertThat(answer(credentials().byIdentityIncludingDeleted(gone.id()))).isEmpty();
  }

  @Test
  void restoresWhatWentWithItsIdentityAndNothingElse() {
    Identity person = person();
    Credential credential = created(person.id(), KeptPassword.of(ARGON2));
    Occasion occasion = fixtures().occasion();
    answer(
        ports()
            .journal()
            .commit(set(occasion, credential.delete(occasion), person.delete(occasion))));
    Credential deletedAlone = committed(created(KeptPassword.of(ARGON2))::delete);

    assertThat(answer(credentials().restorable(occasion.changeSet())))
        .containsExactly(credential.delete(occasion).after());
    assertThat(
            answer(
                credentials()
                    .restorable(Objects.requireNonNull(deletedAlone.lifecycle().deletion()))))
        .containsExactly(deletedAlone);
  }

  @Test
  void keepsNoHashInTheAuditTrailButAllElse() {
    Credential credential = created(KeptPassword.of(ARGON2));
    Credential failed = committed(occasion -> credential.fail(LOCK, occasion));

    for (Credential version : List.of(credential, failed)) {
      assertThat(
              answer(ports().auditEvents().imageAt(ResourceVersion.of(version)))
                  .map(CredentialSummary::fromImage))
          .contains(version.summary());
    }
    assertThat(eventsOf(credential.name()).toString())
        .contains("m=65536,t=3,p=4")
        .doesNotContain("YSBzYWx0", "AAAAAAAA", ARGON2.text());
  }

  private Credential created(KeptPassword password) {
    return created(person().id(), password);
  }

  private Credential created(IdentityId identityId, KeptPassword password) {
    return committed(occasion -> Credential.create(credentialId(), identityId, password, occasion));
  }

  private Identity person() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.PERSON, fixtures().details(), occasion));
  }

  private List<String> actions(Credential credential) {
    return eventsOf(credential.name()).stream()
        .map(AuditEvent::action)
        .map(action -> action.value().substring("credential.".length()))
        .toList();
  }

  private CredentialId credentialId() {
    return new CredentialId(ports().ids().next());
  }

  private Credentials credentials() {
    return ports().credentials();
  }
}
