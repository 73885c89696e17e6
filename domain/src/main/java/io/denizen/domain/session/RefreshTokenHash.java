package io.denizen.domain.session;

import io.denizen.domain.shared.Hex;

/**
 * The SHA-256 digest (FIPS 180-4) of a refresh token, which is all that is kept of it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record RefreshTokenHash(String hex) {

  public RefreshTokenHash {
    Hex.require32Bytes(hex);
  }

  /** Leaves the digest out. */
  @Override
  public String toString() {
    return "RefreshTokenHash";
  }
}
