package io.denizen.domain.audit;

import io.denizen.domain.shared.InvalidValue;
import java.util.regex.Pattern;

/** How a client calls itself (RFC 9110, 10.1.5): 1 to 500 printable ASCII characters. */
public record UserAgent(String value) {

  private static final Pattern VALID = Pattern.compile("[ -~]{1,500}");

  public UserAgent {
    if (!VALID.matcher(value).matches()) {
      throw new InvalidValue("must be 1 to 500 printable ASCII characters").asException();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
