package io.denizen.application.session;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Refused;
import io.denizen.application.shared.Submission;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.PresentedToken;
import io.denizen.domain.session.PresentedToken.Standing;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.RefreshTokenId;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.session.TokenSalt;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.RandomBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions open: a refresh token for the next one (RFC 9700, 4.14.2).
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class SessionRefresh {

  private final Sessions sessions;
  private final Activity activity;
  private final Changes changes;
  private final Grants grants;
  private final Ids ids;
  private final RandomBytes random;
  private final SessionPolicy policy;

  /** All that it needs. */
  public SessionRefresh(
      Sessions sessions,
      Activity activity,
      Changes changes,
      Ids ids,
      RandomBytes random,
      SessionPolicy policy) {
    this.sessions = sessions;
    this.activity = activity;
    this.changes = changes;
    this.grants = new Grants(changes);
    this.ids = ids;
    this.random = random;
    this.policy = policy;
  }

  /**
   * Consumes a token and issues the next. For a short while after, whoever presents it again is
   * answered the same next one; later it ends the session, since somebody must have stolen it. Of
   * many who present it at the same moment one consumes it, and the others are such.
   *
   * <p>Fails with {@link SessionFailure.Invalid}, in the place of {@link SessionFailure.Reused} as
   * well.
   *
   * @param presented what the client holds
   * @param from where from, as far as that is known
   */
  public CompletionStage<SessionGrant> refresh(
      Submission submission, RefreshSecret presented, SessionOrigin from) {
    Arrival arrival = new Arrival();
    return Overtaken.decidedAgain(
            () ->
                changes
                    .once(
                        submission,
                        occasion -> attempt(submission, presented, from, arrival, occasion),
                        grants::again)
                    .exceptionallyCompose(refused -> answerReuse(submission, refused)))
        .thenApply(this::noted);
  }

  private CompletionStage<SessionGrant> attempt(
      Submission submission,
      RefreshSecret presented,
      SessionOrigin from,
      Arrival arrival,
      Occasion occasion) {
    return sessions
        .byToken(presented.hash())
        .thenCompose(
            found -> {
              PresentedToken token =
                  found.orElseThrow(() -> new SessionFailure.Invalid().asException());
              RefreshSecret next = presented.next(token.token().salt());
              return switch (arrival.standing(token, policy.grace(), occasion)) {
                case CURRENT ->
                    grants.commit(
                        submission,
                        occasion,
                        token.rotate(
                            new RefreshTokenId(ids.next()),
                            next.hash(),
                            TokenSalt.random(random),
                            from,
                            policy,
                            occasion),
                        next);
                case REPEATED ->
                    CompletableFuture.completedStage(
                        new SessionGrant(token.session(), submission.validateOnly() ? null : next));
                case REUSED -> throw new SessionFailure.Reused(token).asException();
                case OVER -> throw new SessionFailure.Invalid().asException();
              };
            });
  }

  /**
   * Ends the session. Not under the request's id: a request that is repeated by it long after it
   * was answered is no reuse, and never gets here; and this one is answered with a failure.
   */
  private CompletionStage<SessionGrant> answerReuse(Submission submission, Throwable refused) {
    if (!(Refused.failure(refused) instanceof SessionFailure.Reused reused)) {
      return CompletableFuture.failedStage(refused);
    }
    return changes
        .submit(
            new Submission(submission.caller(), null, submission.validateOnly()),
            Session::fromImage,
            occasion -> CompletableFuture.completedStage(reused.presented().endFamily(occasion)))
        .thenCompose(
            ended -> CompletableFuture.failedStage(new SessionFailure.Invalid().asException()));
  }

  private SessionGrant noted(SessionGrant grant) {
    if (grant.secret() != null) {
      activity.used(grant.session(), grant.session().lastActiveTime());
    }
    return grant;
  }

  /**
   * A call, which may take several attempts. What it presents is judged as of when it came, however
   * long the database keeps it waiting; and whoever once found the token unused has raced with
   * another, and has not come back with what was used long before.
   */
  private static final class Arrival {

    private @Nullable Instant time;
    private boolean foundCurrent;

    Standing standing(PresentedToken token, Duration grace, Occasion occasion) {
      Instant came = time == null ? occasion.time() : time;
      time = came;
      Standing standing = token.standing(grace, came);
      foundCurrent |= standing == Standing.CURRENT;
      return foundCurrent && standing == Standing.REUSED ? Standing.REPEATED : standing;
    }
  }
}
