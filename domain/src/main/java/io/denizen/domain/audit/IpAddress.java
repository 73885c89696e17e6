package io.denizen.domain.audit;

import io.denizen.domain.shared.InvalidValue;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address without a zone.
 *
 * @param value in the one canonical notation, in whichever it was given: dotted decimal, or RFC
 *     5952; an IPv4-mapped IPv6 address (RFC 4291, 2.5.5.2) is the IPv4 address
 */
public record IpAddress(String value) {

  /** What looks like one; a parser decides. */
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /** Two or more groups of zeros, which may be shortened once. */
  private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(?::0)+(?![0-9a-f])");

  public IpAddress {
    String canonical = isV4(value) ? value : canonicalV6(value);
    if (canonical == null) {
      throw new InvalidValue("must be an IPv4 or IPv6 address").asException();
    }
    value = canonical;
  }

  /**
   * Of nearly every call, and so without a regular expression. No leading zeros: some take them for
   * octal (RFC 6943, 3.1.1).
   */
  private static boolean isV4(String text) {
    int octets = 0;
    int start = 0;
    while (start <= text.length() && octets < 5) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      if (!isOctet(text, start, end)) {
        return false;
      }
      octets++;
      start = end + 1;
    }
    return octets == 4;
  }

  private static boolean isOctet(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9' || end - start > 3) {
        return false;
      }
      value = 10 * value + digit - '0';
    }
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    return end > start && value <= 255 && !leadingZero;
  }

  /** Null if it is none. */
  private static @Nullable String canonicalV6(String value) {
    if (value.indexOf(':') < 0 || !V6.matcher(value).matches()) {
      return null;
    }
    try {
      // The colon makes this parse; it would ask a name server otherwise.
      InetAddress address = InetAddress.getByName(value);
      return address instanceof Inet4Address
          ? address.getHostAddress()
          : shortened(address.getHostAddress());
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }

  /** Shortens the first of the longest runs of zero groups (RFC 5952, 4.2). */
  private static String shortened(String groups) {
    Matcher zeros = ZEROS.matcher(groups);
    int start = 0;
    int end = 0;
    while (zeros.find()) {
      if (zeros.end() - zeros.start() > end - start) {
        start = zeros.start();
        end = zeros.end();
      }
    }
    if (end == 0) {
      return groups;
    }
    String before = groups.substring(0, Math.max(0, start - 1));
    String after = groups.substring(Math.min(groups.length(), end + 1));
    return before + "::" + after;
  }

  @Override
  public String toString() {
    return value;
  }
}
