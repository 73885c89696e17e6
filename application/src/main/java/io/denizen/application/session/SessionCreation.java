package io.denizen.application.session;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokenId;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.session.TokenSalt;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.RandomBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in, who has been found to be who they say they are.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class SessionCreation {

  private final Identities identities;
  private final ExternalLogins externalLogins;
  private final Sessions sessions;
  private final Devices devices;
  private final Activity activity;
  private final Changes changes;
  private final Grants grants;
  private final Ids ids;
  private final RandomBytes random;
  private final SessionPolicy policy;

  /** All that it needs. */
  public SessionCreation(
      Identities identities,
      ExternalLogins externalLogins,
      Sessions sessions,
      Devices devices,
      Activity activity,
      Changes changes,
      Ids ids,
      RandomBytes random,
      SessionPolicy policy) {
    this.identities = identities;
    this.externalLogins = externalLogins;
    this.sessions = sessions;
    this.devices = devices;
    this.activity = activity;
    this.changes = changes;
    this.grants = new Grants(changes);
    this.ids = ids;
    this.random = random;
    this.policy = policy;
  }

  /**
   * Opens a session and issues its first refresh token; a device that was not met before is
   * created, and one that calls itself otherwise now is updated, in the same change.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, {@link IdentityFailure.Suspended}, {@link
   * ExternalLoginFailure.NotFound}, {@link SessionFailure.TooMany} or {@link
   * DeviceFailure.TooMany}; with {@link DeviceFailure.Met} only if others keep coming from the same
   * new device.
   *
   * @param device null if the client did not name one
   * @param externalLogin by which they signed in, whose last use is noted; null if by none
   */
  public CompletionStage<SessionGrant> create(
      Submission submission,
      IdentityId identityId,
      SessionOrigin origin,
      @Nullable DeviceDetails device,
      @Nullable ExternalLoginId externalLogin) {
    return Overtaken.decidedAgain(
            () ->
                changes.once(
                    submission,
                    occasion ->
                        linked(identityId, externalLogin)
                            .thenCompose(
                                linked ->
                                    attempt(submission, identityId, origin, device, occasion)),
                    grants::again))
        .thenApply(grant -> noted(grant, externalLogin));
  }

  private CompletionStage<SessionGrant> attempt(
      Submission submission,
      IdentityId identityId,
      SessionOrigin origin,
      @Nullable DeviceDetails details,
      Occasion occasion) {
    RefreshSecret secret = RefreshSecret.random(random);
    return active(identityId)
        .thenCombine(
            sessions.countOpen(identityId, occasion.time(), SessionPolicy.MAX_OPEN),
            (identity, open) -> roomFor(identity, open, SessionPolicy.MAX_OPEN))
        .thenCombine(
            sessions.countLive(identityId, SessionPolicy.MAX_LIVE),
            (identity, live) -> roomFor(identity, live, SessionPolicy.MAX_LIVE))
        .thenCombine(
            known(identityId, details),
            (identity, device) -> decide(identity, origin, details, device, secret, occasion))
        .thenCompose(decision -> grants.commit(submission, occasion, decision, secret));
  }

  /** Relies on the identity as it was read: to suspend it meanwhile would not end this session. */
  private Decision<Session> decide(
      Identity identity,
      SessionOrigin origin,
      @Nullable DeviceDetails details,
      Optional<Device> known,
      RefreshSecret secret,
      Occasion occasion) {
    List<Change<?>> all = new ArrayList<>();
    DeviceId deviceId = null;
    if (details != null) {
      deviceId = known.map(Device::id).orElseGet(() -> new DeviceId(ids.next()));
      all.addAll(met(identity, deviceId, known, details, occasion));
    }
    Change<Session> opened =
        Session.open(new SessionId(ids.next()), identity.id(), deviceId, origin, policy, occasion);
    all.add(opened);
    all.add(
        RefreshToken.issue(
            new RefreshTokenId(ids.next()),
            opened.after(),
            secret.hash(),
            TokenSalt.random(random),
            occasion));
    return new Decision<>(opened.after(), all, List.of(identity));
  }

  private static List<Change<Device>> met(
      Identity identity,
      DeviceId id,
      Optional<Device> known,
      DeviceDetails details,
      Occasion occasion) {
    return known
        .map(device -> device.meetAgain(details, occasion))
        .orElseGet(() -> List.of(Device.meet(id, identity.id(), details, occasion)));
  }

  private CompletionStage<Optional<ExternalLogin>> linked(
      IdentityId identityId, @Nullable ExternalLoginId externalLogin) {
    return Found.ifNamed(
        externalLogin,
        named -> externalLogins.byId(identityId, named),
        named -> new ExternalLoginFailure.NotFound(identityId, named));
  }

  private CompletionStage<Identity> active(IdentityId id) {
    return Found.or(identities.byId(id), () -> new IdentityFailure.NotFound(id))
        .thenApply(
            identity -> {
              if (identity.state() != IdentityState.ACTIVE) {
                throw new IdentityFailure.Suspended(id).asException();
              }
              return identity;
            });
  }

  private static Identity roomFor(Identity identity, int sessions, int most) {
    if (sessions >= most) {
      throw new SessionFailure.TooMany(identity.id()).asException();
    }
    return identity;
  }

  private CompletionStage<Optional<Device>> known(
      IdentityId identityId, @Nullable DeviceDetails details) {
    return details == null
        ? CompletableFuture.completedStage(Optional.empty())
        : devices
            .byClientId(identityId, details.clientId())
            .thenCompose(
                found ->
                    found.isPresent()
                        ? CompletableFuture.completedStage(found)
                        : roomForOne(identityId));
  }

  private CompletionStage<Optional<Device>> roomForOne(IdentityId identityId) {
    return devices
        .count(identityId, SessionPolicy.MAX_DEVICES)
        .thenApply(
            count -> {
              if (count >= SessionPolicy.MAX_DEVICES) {
                throw new DeviceFailure.TooMany(identityId).asException();
              }
              return Optional.empty();
            });
  }

  private SessionGrant noted(SessionGrant grant, @Nullable ExternalLoginId externalLogin) {
    if (grant.secret() != null) {
      activity.signedIn(grant.session(), externalLogin);
    }
    return grant;
  }
}
