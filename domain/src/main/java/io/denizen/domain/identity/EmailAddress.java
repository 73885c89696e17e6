package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An email address ({@code local@domain}, RFC 5321 and RFC 6531), kept as it was typed. At most 254
 * bytes of UTF-8, 64 before the {@code @}; no comments, no quoted local parts, no address literals.
 *
 * <p>Two addresses are {@linkplain #key the same} whatever their case. RFC 5321 would let {@code
 * A@x} and {@code a@x} be two mailboxes; nobody runs such a server, and people do not remember how
 * they typed it.
 */
public record EmailAddress(String value) {

  private static final Pattern VALID =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?\\.)*"
              + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?");

  public EmailAddress {
    if (utf8Length(value) > 254
        || utf8Length(value.substring(0, Math.max(0, value.indexOf('@')))) > 64
        || !(PlainEmail.isOne(value) || VALID.matcher(value).matches())) {
      throw new InvalidValue("must be an email address such as name@example.org, at most 254 bytes")
          .asException();
    }
  }

  /** The form that uniqueness is decided on: lower case, Unicode NFC. */
  public String key() {
    // In this order: J with caron has no composed capital, but its small letter is composed.
    return Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return value;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
