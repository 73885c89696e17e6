package io.denizen.domain.membership;

/** Whether a membership is in force (AIP-216). Only an active one grants anything. */
public enum MembershipState {
  /** Offered, and not accepted yet. */
  INVITED,
  ACTIVE,
  SUSPENDED
}
