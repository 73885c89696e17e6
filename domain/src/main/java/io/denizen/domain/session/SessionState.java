package io.denizen.domain.session;

/** Whether a session can be used (AIP-216). */
public enum SessionState {
  ACTIVE,
  /** Ended by somebody, or by a rule. */
  REVOKED,
  /** Not used for too long, or simply old. */
  EXPIRED
}
