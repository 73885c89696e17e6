package io.denizen.application.session;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers who is signed in, and from what. Every method is told who asks; until there are
 * permissions to check, everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class SessionDirectory {

  private final Identities identities;
  private final Sessions sessions;
  private final Devices devices;
  private final Activity activity;
  private final SessionPolicy policy;
  private final Clock clock;

  /** All that it needs. */
  public SessionDirectory(
      Identities identities,
      Sessions sessions,
      Devices devices,
      Activity activity,
      SessionPolicy policy,
      Clock clock) {
    this.identities = identities;
    this.sessions = sessions;
    this.devices = devices;
    this.activity = activity;
    this.policy = policy;
    this.clock = clock;
  }

  /** What is now; states are as of then. */
  public Instant now() {
    return clock.instant();
  }

  /** One session. Fails with {@link SessionFailure.NotFound}. */
  public CompletionStage<Session> get(
      Caller caller, IdentityId identityId, SessionId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? sessions.byIdIncludingDeleted(identityId, id)
            : sessions.byId(identityId, id),
        () -> new SessionFailure.NotFound(identityId, id));
  }

  /**
   * The session that a token opens. Fails with {@link SessionFailure.Invalid} if it opens none,
   * whyever.
   */
  public CompletionStage<Session> verify(Caller caller, RefreshSecret presented) {
    Instant now = clock.instant();
    return sessions
        .byToken(presented.hash())
        .thenApply(
            found -> {
              Session session =
                  found
                      .filter(token -> token.isGood(policy.grace(), now))
                      .orElseThrow(() -> new SessionFailure.Invalid().asException())
                      .session();
              if (!now.isBefore(session.lastActiveTime().plus(Activity.PRECISION))) {
                activity.used(session, now);
              }
              return session;
            });
  }

  /** Fails with {@link IdentityFailure.NotFound}. */
  public CompletionStage<Page<Session>> list(Caller caller, SessionQuery query, PageRequest page) {
    return ofIdentity(query.identityId(), query.includingDeleted(), sessions.list(query, page));
  }

  /** Fails with {@link IdentityFailure.NotFound}. */
  public CompletionStage<Page<Device>> listDevices(
      Caller caller, DeviceQuery query, PageRequest page) {
    return ofIdentity(query.identityId(), query.includingDeleted(), devices.list(query, page));
  }

  /** Only of one who has nothing it is asked who that is: what lives, lives in a live identity. */
  private <T> CompletionStage<Page<T>> ofIdentity(
      IdentityId id, boolean includingDeleted, CompletionStage<Page<T>> found) {
    return found.thenCompose(
        page ->
            page.items().isEmpty()
                ? Found.or(
                        includingDeleted
                            ? identities.byIdIncludingDeleted(id)
                            : identities.byId(id),
                        () -> new IdentityFailure.NotFound(id))
                    .thenApply(identity -> page)
                : CompletableFuture.completedStage(page));
  }
}
