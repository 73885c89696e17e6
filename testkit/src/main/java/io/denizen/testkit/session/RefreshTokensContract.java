package io.denizen.testkit.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.PresentedToken;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.TokenSalt;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link RefreshTokens}, {@code Sessions.byToken} and the journal promise about tokens. */
public abstract class RefreshTokensContract extends SessionPortContract {

  @Test
  void findsWhatATokenOpens() {
    Session session = session(person());
    RefreshSecret secret = secret();
    RefreshToken token = token(session, secret);

    assertThat(answer(ports().sessions().byToken(secret.hash())))
        .contains(new PresentedToken(token, session));
    assertThat(answer(ports().sessions().byToken(secret().hash()))).isEmpty();
    assertThat(answer(tokens().ofSessions(List.of(session.id(), session.id()))))
        .containsExactly(token);
    assertThat(answer(tokens().ofIdentity(session.identityId()))).containsExactly(token);
  }

  @Test
  void keepsAConsumedTokenToBeRecognised() {
    Session session = session(person());
    RefreshSecret first = secret();
    PresentedToken presented = new PresentedToken(token(session, first), session);
    RefreshSecret second = first.next(presented.token().salt());

    Session refreshed = decided(occasion -> rotation(presented, second, occasion));

    PresentedToken old = answer(ports().sessions().byToken(first.hash())).orElseThrow();
    PresentedToken next = answer(ports().sessions().byToken(second.hash())).orElseThrow();
    assertThat(old.session()).isEqualTo(refreshed).isEqualTo(next.session());
    assertThat(old.token().consumeTime()).isEqualTo(refreshed.lifecycle().updateTime());
    assertThat(old.token().lifecycle().isLive()).isFalse();
    assertThat(next.token().consumeTime()).isNull();
    assertThat(next.token().generation()).isEqualTo(2);
    assertThat(answer(tokens().ofSessions(List.of(session.id())))).containsExactly(next.token());
    assertThat(eventsOf(old.token().name()).stream().map(event -> event.action().value()))
        .containsExactly("refresh_token.created", "refresh_token.consumed");
    assertThat(answer(tokens().restorable(deletion(old.token())))).isEmpty();
  }

  @Test
  void letsATokenBeConsumedOnce() {
    Session session = session(person());
    RefreshSecret secret = secret();
    PresentedToken presented = new PresentedToken(token(session, secret), session);
    RefreshSecret next = secret.next(presented.token().salt());
    decided(occasion -> rotation(presented, next, occasion));
    Occasion again = fixtures().occasion();

    assertThat(
            refusal(
                ports()
                    .journal()
                    .commit(
                        ChangeSet.of(
                            again, fixtures().caller(), null, rotation(presented, next, again)))))
        .isInstanceOf(StaleVersion.class);
    assertThat(answer(tokens().ofSessions(List.of(session.id())))).hasSize(1);
  }

  @Test
  void opensNothingOfAnIdentityThatIsGoneOrOfADeletedSession() {
    Identity person = person();
    Session session = session(person);
    RefreshSecret secret = secret();
    RefreshToken token = token(session, secret);

    Session revoked = committed(occasion -> session.revoke(SignInEnd.IDENTITY_SUSPENDED, occasion));
    assertThat(answer(ports().sessions().byToken(secret.hash())).map(PresentedToken::session))
        .contains(revoked);
    assertThat(refused(revoked::delete)).isEqualTo(new StaleVersion(session.name()));
    committed(token::delete);
    committed(revoked::delete);
    assertThat(answer(ports().sessions().byToken(secret.hash()))).isEmpty();
    committed(person::delete);
    assertThat(answer(ports().sessions().byToken(secret.hash()))).isEmpty();
  }

  @Test
  void keepsSecretsOutOfTheTrail() {
    Session session = session(person());
    RefreshSecret secret = secret();
    RefreshToken token = token(session, secret);

    assertThat(eventsOf(token.name()))
        .singleElement()
        .extracting(AuditEvent::after)
        .asString()
        .contains(token.name().value())
        .doesNotContain(token.hash().hex(), token.salt().hex(), secret.text());
  }

  private Decision<Session> rotation(
      PresentedToken presented, RefreshSecret next, Occasion occasion) {
    return presented.rotate(
        tokenId(),
        next.hash(),
        TokenSalt.random(SessionPortContract::random),
        ORIGIN,
        SessionPolicy.STANDARD,
        occasion);
  }

  private static ChangeSetId deletion(RefreshToken token) {
    return Objects.requireNonNull(token.lifecycle().deletion());
  }

  private RefreshTokens tokens() {
    return ports().refreshTokens();
  }
}
