package io.denizen.domain.audit;

import io.denizen.domain.shared.InvalidValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address in its usual notation (RFC 4291, RFC 5952), without a zone. */
public record IpAddress(String value) {

  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  /** The colon makes {@link InetAddress#getByName} parse instead of asking a name server. */
  private static final Pattern V6 =
      Pattern.compile(
          "(?=[^:]*:)[0-9a-fA-F:]{2,39}|[0-9a-fA-F:]{2,30}(?:\\.\\d{1,3}|\\d{1,3}){1,7}");

  public IpAddress {
    if (!isValid(value)) {
      throw new InvalidValue("must be an IPv4 or IPv6 address").asException();
    }
  }

  private static boolean isValid(String value) {
    if (V4.matcher(value).matches()) {
      return true;
    }
    if (value.indexOf(':') < 0 || !V6.matcher(value).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(value) != null;
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
