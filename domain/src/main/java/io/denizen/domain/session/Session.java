package io.denizen.domain.session;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.identity.SignIn;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody signed in and has not left. It lasts until it expires or is revoked; it is deleted
 * some time after, and never comes back.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new sessions come
 * from {@link #open}.
 *
 * @param deviceId a device of the same identity; null if the client named none
 * @param expireTime when it ends unless it is refreshed before
 * @param revocation null unless it was revoked
 * @param lastActiveTime when it was used last, to about a minute; not audited
 */
public record Session(
    SessionId id,
    IdentityId identityId,
    @Nullable DeviceId deviceId,
    SessionOrigin origin,
    Instant expireTime,
    @Nullable Revocation revocation,
    Instant lastActiveTime,
    Lifecycle lifecycle)
    implements SignIn, IdentityPart {

  public static Change<Session> open(
      SessionId id,
      IdentityId identityId,
      @Nullable DeviceId deviceId,
      SessionOrigin origin,
      SessionPolicy policy,
      Occasion occasion) {
    Instant now = occasion.time();
    return Change.created(
        new Session(
            id,
            identityId,
            deviceId,
            origin,
            policy.expiry(now, now),
            null,
            now,
            Lifecycle.begin(occasion)));
  }

  /** Puts its end off, as far as the policy lets it. */
  public Change<Session> refresh(SessionOrigin from, SessionPolicy policy, Occasion occasion) {
    Session refreshed =
        new Session(
            id,
            identityId,
            deviceId,
            origin.updatedBy(from),
            policy.expiry(lifecycle.createTime(), occasion.time()),
            revocation,
            occasion.time(),
            lifecycle.changed(occasion));
    return new Change<>(new Action("session.refreshed"), this, refreshed);
  }

  @Override
  public Change<Session> revoke(SignInEnd why, Occasion occasion) {
    // Of all ends this is the one that somebody should look into.
    String verb = why == SignInEnd.REUSE_DETECTED ? "reuse_detected" : "revoked";
    return new Change<>(
        new Action("session." + verb),
        this,
        ended(new Revocation(occasion.time(), why), lifecycle.changed(occasion)));
  }

  /** Deletes what has ended anyway. */
  public Change<Session> sweep(Occasion occasion) {
    return Change.deleted(this, ended(revocation, lifecycle.deleted(occasion)));
  }

  /** Deletes it together with its identity. */
  @Override
  public Change<Session> delete(Occasion occasion) {
    return delete(SignInEnd.IDENTITY_DELETED, occasion);
  }

  Change<Session> deleteWithDevice(Occasion occasion) {
    return delete(SignInEnd.DEVICE_FORGOTTEN, occasion);
  }

  /** Whoever left has to sign in again. */
  @Override
  public Change<Session> undelete(Occasion occasion) {
    throw new IllegalStateException("sessions do not come back");
  }

  /** As it is once it was noted that it was used; which is no change. */
  public Session usedAt(Instant time) {
    return new Session(id, identityId, deviceId, origin, expireTime, revocation, time, lifecycle);
  }

  public SessionState state(Instant now) {
    if (revocation != null) {
      return SessionState.REVOKED;
    }
    return now.isBefore(expireTime) ? SessionState.ACTIVE : SessionState.EXPIRED;
  }

  @Override
  public boolean isOpenAt(Instant now) {
    return state(now) == SessionState.ACTIVE;
  }

  @Override
  public String noun() {
    return "session";
  }

  @Override
  public ResourceName name() {
    return name(identityId, id);
  }

  public static ResourceName name(IdentityId identityId, SessionId id) {
    return new ResourceName(Identity.name(identityId) + "/sessions/" + id.value());
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  @Override
  public Document image() {
    return SessionImages.image(this);
  }

  /** The opposite of {@link #image}. */
  public static Session fromImage(Document image) {
    return SessionImages.session(image);
  }

  private Change<Session> delete(SignInEnd why, Occasion occasion) {
    Revocation end = revocation == null ? new Revocation(occasion.time(), why) : revocation;
    return Change.deleted(this, ended(end, lifecycle.deleted(occasion)));
  }

  private Session ended(@Nullable Revocation end, Lifecycle next) {
    return new Session(id, identityId, deviceId, origin, expireTime, end, lastActiveTime, next);
  }
}
