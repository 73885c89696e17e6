package io.denizen.domain.credential;

/** How a password was hashed. */
public enum PasswordAlgorithm {
  /** RFC 9106; what every password is hashed with here. */
  ARGON2ID("argon2id"),
  /** RFC 9106. */
  ARGON2I("argon2i"),
  /** Provos and Mazières, 1999; 72 bytes of a password at most, the rest is passed over. */
  BCRYPT("2b"),
  /** RFC 7914. */
  SCRYPT("scrypt"),
  /** RFC 8018 with HMAC-SHA-256. */
  PBKDF2_SHA256("pbkdf2-sha256"),
  /** RFC 8018 with HMAC-SHA-512. */
  PBKDF2_SHA512("pbkdf2-sha512");

  private final String id;

  PasswordAlgorithm(String id) {
    this.id = id;
  }

  /** What stands first in a hash's text. */
  String id() {
    return id;
  }
}
