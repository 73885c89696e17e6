package io.denizen.domain.identity;

/** Whether an identity may be used (AIP-216). */
public enum IdentityState {
  ACTIVE,
  SUSPENDED
}
