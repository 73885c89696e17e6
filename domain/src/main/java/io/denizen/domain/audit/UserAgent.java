package io.denizen.domain.audit;

import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.InvalidValue;

/** How a client calls itself (RFC 9110, 10.1.5): 1 to 500 printable ASCII characters. */
public record UserAgent(String value) {

  public UserAgent {
    if (!Ascii.isPrintable(value, 500)) {
      throw new InvalidValue("must be 1 to 500 printable ASCII characters").asException();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
