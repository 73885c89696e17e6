package io.denizen.application.credential;

import static io.denizen.application.credential.CredentialHouse.RIGHT;
import static io.denizen.application.credential.CredentialHouse.WRONG;
import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Interrupted;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.credential.PasswordPolicy;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.credential.QuickHashing;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens between the decision on a password and its commit. */
class PasswordRacesTest {

  private final CredentialHouse house = new CredentialHouse();
  private final Identity ada = house.personWith(WRONG);
  private final InMemoryDenizen store = house.house.store;
  private final Interrupted journal = new Interrupted(store.journal());
  private final Changes changes =
      new Changes(journal, store.requests(), store.auditEvents(), store.ids(), house);
  private final QuickHashing hashing = new QuickHashing();
  private final PasswordPolicy policy = new PasswordPolicy(password -> false);
  private final Passwords passwords =
      new Passwords(
          store.identities(),
          store.credentials(),
          store.verificationTokens(),
          store.sessions(),
          hashing,
          policy,
          changes,
          store.ids());
  private final AtomicReference<@Nullable Session> intruder = new AtomicReference<>();

  @Test
  void whoSignsInWhileThePasswordIsChangedIsOutToo() {
    Session kept = signIn();
    journal.meanwhile(() -> intruder.set(signIn()));

    answer(passwords.set(house.house.submission, ada.id(), RIGHT, kept.name()));

    assertThat(endOf(intruder.get())).isEqualTo(SignInEnd.PASSWORD_CHANGED);
    assertThat(answer(store.sessions().openOf(ada.id()))).containsExactly(kept);
  }

  @Test
  void whoSignsInWhileThePasswordIsResetIsOutToo() {
    Verification tokens =
        new Verification(
            store.identities(),
            store.credentials(),
            store.verificationTokens(),
            store.sessions(),
            hashing,
            policy,
            kind -> TokenSecret.of(TokenKind.VERIFICATION, new byte[TokenSecret.BYTES]),
            changes,
            store.ids());
    IssuedToken token =
        answer(
            tokens.issue(
                house.house.submission,
                ada.id(),
                VerificationPurpose.PASSWORD_RESET,
                VerificationPurpose.PASSWORD_RESET.lifetime()));
    journal.meanwhile(() -> intruder.set(signIn()));

    answer(tokens.confirm(house.house.submission, token.secret().orElseThrow(), RIGHT));

    assertThat(endOf(intruder.get())).isEqualTo(SignInEnd.PASSWORD_CHANGED);
    assertThat(answer(store.sessions().openOf(ada.id()))).isEmpty();
  }

  @Test
  void whoeverIsOvertakenDecidesAgainButDoesNotHashAgain() {
    journal.meanwhile(
        () ->
            answer(
                house.passwords.importHash(
                    house.house.submission, ada.id(), QuickHashing.foreign("five miles", 2))));

    answer(passwords.set(house.house.submission, ada.id(), RIGHT, null));

    assertThat(hashing.computed()).isEqualTo(1);
    assertThat(house.verify(ada, RIGHT).identityId()).isEqualTo(ada.id());
  }

  private Session signIn() {
    Occasion occasion = house.house.fixtures.occasion();
    Change<Session> opened =
        Session.open(
            new SessionId(store.ids().next()),
            ada.id(),
            null,
            SessionOrigin.UNKNOWN,
            SessionPolicy.STANDARD,
            occasion);
    answer(
        store
            .journal()
            .commit(ChangeSet.of(occasion, house.house.caller, null, Decision.of(opened))));
    return opened.after();
  }

  private SignInEnd endOf(@Nullable Session session) {
    Session found = Objects.requireNonNull(session);
    return Objects.requireNonNull(
            answer(store.sessions().byId(ada.id(), found.id())).orElseThrow().revocation())
        .reason();
  }
}
