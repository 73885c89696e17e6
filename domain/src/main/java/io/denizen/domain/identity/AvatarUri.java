package io.denizen.domain.identity;

import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a picture of someone is: an absolute URI (RFC 3986) with the scheme {@code https}, a host
 * and no user information, at most 2,048 ASCII characters. What is there is not looked at.
 */
public record AvatarUri(String value) {

  public static final int MAX_LENGTH = 2_048;

  private static final int LAST_PORT = 65_535;

  public AvatarUri {
    InvalidValue.unless(
        isOne(value),
        "must be an https URI with a host and without user information, at most 2,048 ASCII characters");
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isOne(String text) {
    if (!Ascii.isVisible(text, MAX_LENGTH)) {
      return false;
    }
    try {
      URI uri = new URI(text);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getPort() <= LAST_PORT;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
