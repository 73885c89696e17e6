package io.denizen.domain.identity;

/** Why a sign-in ended before its time. */
public enum SignInEnd {
  /** The identity was suspended, or is active again: what slipped in meanwhile does not stay. */
  IDENTITY_SUSPENDED,
  /** The identity was deleted. */
  IDENTITY_DELETED,
  /** The identity has another password, and whoever knew the old one is to be out. */
  PASSWORD_CHANGED,
  /** Somebody asked for it. */
  REQUESTED,
  /** The device that it came from was forgotten. */
  DEVICE_FORGOTTEN,
  /** A refresh token was presented that had been used long before: somebody stole it. */
  REUSE_DETECTED
}
