package io.denizen.application.session;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Sweeps;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.Occasion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Deletes sessions that are over, softly like everything, as {@code services/denizen}.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure} or a {@link
 * io.denizen.domain.audit.JournalFailure}.
 */
public final class SessionSweep {

  /** With its token a session is two changes, so this many can share a transaction. */
  public static final int BATCH = 50;

  private final Sessions sessions;
  private final RefreshTokens tokens;
  private final Changes changes;
  private final Clock clock;

  public SessionSweep(Sessions sessions, RefreshTokens tokens, Changes changes, Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Deletes a batch of them: what expired, and what was revoked a day ago. Completes with how many
   * those were; if they were {@value #BATCH}, there may be more.
   */
  public CompletionStage<Integer> sweep() {
    return Sweeps.batch(this::over, this::delete);
  }

  private CompletionStage<List<Session>> over() {
    Instant now = clock.instant();
    return sessions.over(now, now.minus(SessionPolicy.KEPT_AFTER_REVOCATION), BATCH);
  }

  private CompletionStage<?> delete(List<Session> over) {
    return changes.submit(
        Sweeps.OWN,
        Session::fromImage,
        occasion ->
            tokens
                .ofSessions(over.stream().map(Session::id).toList())
                .thenApply(live -> decide(over, live, occasion)));
  }

  private static Decision<Session> decide(
      List<Session> over, List<RefreshToken> live, Occasion occasion) {
    List<Change<Session>> swept = over.stream().map(session -> session.sweep(occasion)).toList();
    Stream<Change<?>> all =
        Stream.concat(live.stream().map(token -> token.delete(occasion)), swept.stream());
    return new Decision<>(swept.getLast().after(), all.toList(), List.of());
  }
}
