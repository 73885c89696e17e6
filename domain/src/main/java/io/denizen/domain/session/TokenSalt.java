package io.denizen.domain.session;

import io.denizen.domain.shared.Hex;
import io.denizen.domain.shared.RandomBytes;
import java.util.HexFormat;

/**
 * What it takes besides a refresh token to know the one that follows it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenSalt(String hex) {

  public TokenSalt {
    Hex.require32Bytes(hex);
  }

  public static TokenSalt random(RandomBytes random) {
    return new TokenSalt(HexFormat.of().formatHex(random.next(RefreshSecret.BYTES)));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Leaves the salt out. */
  @Override
  public String toString() {
    return "TokenSalt";
  }
}
