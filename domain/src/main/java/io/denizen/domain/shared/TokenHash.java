package io.denizen.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 digest (FIPS 180-4) of a token's text, under which the token is found. A token has
 * 256 random bits, so nobody guesses it from its digest, and a slow hash would add nothing.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenHash(String hex) {

  public TokenHash {
    Hex.require32Bytes(hex);
  }

  static TokenHash of(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new TokenHash(
          HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "TokenHash[hidden]";
  }
}
