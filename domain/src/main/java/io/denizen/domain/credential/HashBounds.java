package io.denizen.domain.credential;

import io.denizen.domain.shared.InvalidValue;

/** What no hash may go beyond, whoever made it. */
final class HashBounds {

  /** Of one computation, in KiB: 256 MiB. */
  static final int MAX_MEMORY_KIB = 256 * 1_024;

  private static final int MIN_SALT = 8;
  private static final int MAX_SALT = 64;
  private static final int MIN_DIGEST = 16;
  private static final int MAX_DIGEST = 128;

  private HashBounds() {}

  static void require(boolean within, String otherwise) {
    if (!within) {
      throw new InvalidValue(otherwise).asException();
    }
  }

  static void requireLengths(Octets salt, Octets digest) {
    require(
        isWithin(salt.length(), MIN_SALT, MAX_SALT)
            && isWithin(digest.length(), MIN_DIGEST, MAX_DIGEST),
        "must have a salt of 8 to 64 bytes and a digest of 16 to 128");
  }

  static boolean isWithin(long number, long least, long most) {
    return number >= least && number <= most;
  }
}
