package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was asked, at an email address, to join an application or a team of it. Whoever
 * holds its token may accept it, once. Of an address and a place there is one pending invitation.
 *
 * <p>Only while it is pending it needs what it is to, and goes with that. What has become of any
 * other stays known: there may have been any number of them.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new invitations come
 * from {@link #create}.
 *
 * @param hash of the token that was sent last
 * @param expireTime the first instant at which it cannot be accepted any more; it stays pending
 *     until somebody notes that
 * @param acceptTime null unless it was accepted
 * @param membershipId what whoever accepted it has by it; null unless it was accepted
 */
public record Invitation(
    InvitationId id,
    ApplicationId applicationId,
    InvitationDetails details,
    TokenHash hash,
    InvitationState state,
    Instant expireTime,
    @Nullable Instant acceptTime,
    @Nullable MembershipId membershipId,
    Lifecycle lifecycle)
    implements Audited {

  /** How long it can be accepted, unless somebody says otherwise. */
  public static final Duration USUAL = Duration.ofDays(7);

  /** How long it can be at most. */
  public static final Duration LONGEST = Duration.ofDays(90);

  /** Refused with {@link InvalidValue} as {@link #end} says. */
  public static Change<Invitation> create(
      InvitationId id,
      ApplicationId applicationId,
      InvitationDetails details,
      TokenHash hash,
      Instant expireTime,
      Occasion occasion) {
    return Change.created(
        new Invitation(
            id,
            applicationId,
            details,
            hash,
            InvitationState.PENDING,
            end(expireTime, occasion.time()),
            null,
            null,
            Lifecycle.begin(occasion)));
  }

  /** Gives back an end that an invitation can have that is sent now; refuses any other. */
  public static Instant end(Instant expireTime, Instant now) {
    InvalidValue.unless(
        expireTime.isAfter(now) && !expireTime.isAfter(now.plus(LONGEST)),
        "must be in the future, and at most 90 days from now");
    return expireTime;
  }

  /** Whether it waits for an answer, though its time may be over. */
  public boolean isPending() {
    return lifecycle.isLive() && state == InvitationState.PENDING;
  }

  /** Whether it can be accepted. */
  public boolean isOpenAt(Instant now) {
    return isPending() && now.isBefore(expireTime);
  }

  /**
   * Gives it another token, with which alone it can be accepted from now on, and another end.
   * Refused with {@link InvitationFailure.Settled} if it was accepted or revoked, and with {@link
   * InvalidValue} as {@link #end} says.
   */
  public Change<Invitation> resend(TokenHash next, Instant newExpireTime, Occasion occasion) {
    requireUnsettled();
    return Change.done(
        "resent",
        this,
        new Invitation(
            id,
            applicationId,
            details,
            next,
            InvitationState.PENDING,
            end(newExpireTime, occasion.time()),
            null,
            null,
            lifecycle.changed(occasion)));
  }

  /**
   * Takes it back. Decides nothing if it was. Refused with {@link InvitationFailure.Settled} if it
   * was accepted.
   */
  public Decision<Invitation> revoke(Occasion occasion) {
    if (state == InvitationState.REVOKED) {
      return Decision.nothing(this);
    }
    requireUnsettled();
    return Decision.of(Change.done("revoked", this, in(InvitationState.REVOKED, occasion)));
  }

  /**
   * Notes that it was accepted. Refused with {@link InvitationFailure.Invalid} if it cannot be.
   *
   * @param membership what whoever accepted it has by it
   */
  public Change<Invitation> accept(MembershipId membership, Occasion occasion) {
    if (!isOpenAt(occasion.time())) {
      throw new InvitationFailure.Invalid().asException();
    }
    return Change.done(
        "accepted",
        this,
        new Invitation(
            id,
            applicationId,
            details,
            hash,
            InvitationState.ACCEPTED,
            expireTime,
            occasion.time(),
            membership,
            lifecycle.changed(occasion)));
  }

  /** Notes that its time is over. */
  public Change<Invitation> expire(Occasion occasion) {
    return Change.done("expired", this, in(InvitationState.EXPIRED, occasion));
  }

  /** Together with what it is to. */
  Change<Invitation> delete(Occasion occasion) {
    return Change.deleted(this, with(state, lifecycle.deleted(occasion)));
  }

  /** Together with what it is to. */
  Change<Invitation> undelete(Occasion occasion) {
    return Change.undeleted(this, with(state, lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "invitation";
  }

  @Override
  public ResourceName name() {
    return name(applicationId, id);
  }

  public static ResourceName name(ApplicationId applicationId, InvitationId id) {
    return new ResourceName(Application.name(applicationId) + "/invitations/" + id.value());
  }

  /** All but the hash. */
  public InvitationSummary summary() {
    return new InvitationSummary(
        id, applicationId, details, state, expireTime, acceptTime, membershipId, lifecycle);
  }

  @Override
  public Document image() {
    return summary().image();
  }

  private void requireUnsettled() {
    if (state == InvitationState.ACCEPTED || state == InvitationState.REVOKED) {
      throw new InvitationFailure.Settled(applicationId, id, state).asException();
    }
  }

  private Invitation in(InvitationState next, Occasion occasion) {
    return with(next, lifecycle.changed(occasion));
  }

  private Invitation with(InvitationState newState, Lifecycle next) {
    return new Invitation(
        id, applicationId, details, hash, newState, expireTime, acceptTime, membershipId, next);
  }
}
