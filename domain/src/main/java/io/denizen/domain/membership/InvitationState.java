package io.denizen.domain.membership;

/** What has become of an invitation (AIP-216). */
public enum InvitationState {
  /** Waits to be accepted. */
  PENDING,
  /** Was accepted, once. */
  ACCEPTED,
  /** Was taken back. */
  REVOKED,
  /** Was accepted by nobody in its time. */
  EXPIRED
}
