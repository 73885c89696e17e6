package io.denizen.testkit.credential;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.credential.TokenSummary;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokenId;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenHash;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link VerificationTokens} promises, and the journal of them. */
public abstract class VerificationTokensContract extends PortContract {

  @Test
  void givesBackATokenExactlyAsItWasCommitted() {
    Identity person = person();
    for (VerificationPurpose purpose : VerificationPurpose.values()) {
      VerificationToken token = issued(person, purpose);

      assertThat(answer(tokens().byHash(token.hash()))).contains(token);
      assertThat(answer(tokens().ofIdentity(person.id()))).contains(token);
    }
    assertThat(answer(tokens().ofIdentity(person.id()))).hasSize(3);
  }

  @Test
  void findsAUsedTokenAndSaysWhenItWasUsed() {
    VerificationToken token = issued(person(), VerificationPurpose.EMAIL);
    VerificationToken consumed = committed(token::consume);

    assertThat(answer(tokens().byHash(token.hash()))).contains(consumed);
    assertThat(consumed.consumedAt()).isNotNull();
    assertThat(eventsOf(token.name())).hasSize(2);
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(answer(tokens().byHash(hash()))).isEmpty();
    assertThat(answer(tokens().ofIdentity(fixtures().identityId()))).isEmpty();
  }

  @Test
  void findsADeletedTokenNeverAgain() {
    VerificationToken token = issued(person(), VerificationPurpose.TWO_FACTOR);
    Occasion occasion = fixtures().occasion();
    answer(ports().journal().commit(set(occasion, token.delete(occasion))));

    assertThat(answer(tokens().byHash(token.hash()))).isEmpty();
    assertThat(answer(tokens().ofIdentity(token.identityId()))).isEmpty();
    assertThat(answer(tokens().restorable(occasion.changeSet()))).isEmpty();
  }

  @Test
  void findsThoseThatAreOverUsedOrNot() {
    VerificationToken issued = issued(person(), VerificationPurpose.EMAIL);
    VerificationToken used =
        committed(issued(person(), VerificationPurpose.PASSWORD_RESET)::consume);
    VerificationToken deleted = committed(issued(person(), VerificationPurpose.TWO_FACTOR)::delete);
    Instant last = used.expiresAt();

    assertThat(answer(tokens().over(last, 10_000)))
        .containsSubsequence(issued, used)
        .doesNotContain(deleted);
    assertThat(answer(tokens().over(issued.expiresAt().minusNanos(1_000), 10_000)))
        .doesNotContain(issued, used);
    assertThat(answer(tokens().over(last, 1))).hasSize(1);
  }

  @Test
  void hasOneOfAPurposeAlone() {
    Identity person = person();
    VerificationToken first = issued(person, VerificationPurpose.EMAIL);
    Occasion occasion = fixtures().occasion();
    Change<VerificationToken> second = issue(person, VerificationPurpose.EMAIL, occasion);

    assertThat(refusal(ports().journal().commit(set(occasion, second))))
        .isEqualTo(new StaleVersion(second.after().name()));
    answer(ports().journal().commit(set(occasion, first.delete(occasion), second)));
    assertThat(answer(tokens().ofIdentity(person.id()))).containsExactly(second.after());
  }

  @Test
  void refusesATokenOfADeletedIdentity() {
    Identity gone = committed(person()::delete);
    Occasion occasion = fixtures().occasion();
    Change<VerificationToken> token = issue(gone, VerificationPurpose.EMAIL, occasion);

    assertThat(refusal(ports().journal().commit(set(occasion, token))))
        .isInstanceOf(StaleVersion.class);
    assertThat(answer(tokens().byHash(token.after().hash()))).isEmpty();
  }

  @Test
  void keepsNoHashInTheAuditTrailButAllElse() {
    VerificationToken token = issued(person(), VerificationPurpose.EMAIL);

    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(token)))
                .map(TokenSummary::fromImage))
        .contains(token.summary());
    assertThat(eventsOf(token.name()).toString()).doesNotContain(token.hash().hex());
  }

  private VerificationToken issued(Identity identity, VerificationPurpose purpose) {
    return committed(occasion -> issue(identity, purpose, occasion));
  }

  private Change<VerificationToken> issue(
      Identity identity, VerificationPurpose purpose, Occasion occasion) {
    return VerificationToken.issue(
        new VerificationTokenId(ports().ids().next()),
        identity,
        purpose,
        hash(),
        Duration.ofHours(1),
        occasion);
  }

  private TokenHash hash() {
    return TokenSecret.offered(fixtures().word("token-")).hash();
  }

  private Identity person() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.PERSON, fixtures().details(), occasion));
  }

  private VerificationTokens tokens() {
    return ports().verificationTokens();
  }
}
