package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionOrigin;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever keeps changing something of an identity does not keep others from ending it. */
class OvertakenLifecycleTest {

  private final Hall hall = new Hall();
  private final Identity person = hall.person();
  private final SessionGrant granted = hall.signIn(person);
  private final Session session = granted.session();
  private final AtomicReference<RefreshSecret> token = new AtomicReference<>(Hall.secret(granted));

  @Test
  void suspendsOneWhoRefreshesMeanwhile() {
    hall.journal.meanwhile(this::refresh);

    assertThat(answer(suspend(null)).state()).isEqualTo(IdentityState.SUSPENDED);

    assertThat(endOfSession()).isEqualTo(SignInEnd.IDENTITY_SUSPENDED);
    assertThat(hall.historyOf(person)).containsExactly("identity.created", "identity.suspended");
  }

  @Test
  void suspendsOneWhoNeverCeasesToRefresh() {
    hall.journal.always(this::refresh);

    assertThat(answer(suspend(null)).state()).isEqualTo(IdentityState.SUSPENDED);

    assertThat(endOfSession()).isEqualTo(SignInEnd.IDENTITY_SUSPENDED);
    assertThat(hall.historyOf(person)).containsExactly("identity.created", "identity.suspended");
  }

  @Test
  void letsOneWhoSaidWhatTheySawDecideAgain() {
    hall.journal.meanwhile(this::refresh);

    assertThat(refusal(suspend(person.lifecycle().version()))).isInstanceOf(StaleVersion.class);
  }

  @Test
  void activatesOneWhoIsRenamedMeanwhile() {
    hall.suspended(person);
    hall.journal.meanwhile(
        () ->
            answer(
                hall.identities.update(
                    hall.submission,
                    person.id(),
                    null,
                    now -> now.details().withEmail(hall.fixtures.email()))));

    assertThat(answer(hall.identities.activate(hall.submission, person.id(), null)).state())
        .isEqualTo(IdentityState.ACTIVE);
  }

  @Test
  void deletesOneWhoRefreshesMeanwhile() {
    hall.journal.meanwhile(this::refresh);

    answer(hall.identities.delete(hall.submission, person.id(), null, false));

    assertThat(endOfSession()).isEqualTo(SignInEnd.IDENTITY_DELETED);
  }

  /** Goes on until it is refused. */
  private void refresh() {
    hall.refresh
        .refresh(hall.submission, token.get(), SessionOrigin.UNKNOWN)
        .thenAccept(next -> token.set(Hall.secret(next)));
  }

  private CompletionStage<Identity> suspend(@Nullable Long version) {
    return hall.identities.suspend(hall.submission, person.id(), version);
  }

  private SignInEnd endOfSession() {
    return Objects.requireNonNull(hall.current(session).revocation()).reason();
  }
}
