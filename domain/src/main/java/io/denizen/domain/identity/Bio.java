package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Text;

/**
 * What someone says about themselves: 1 to 2,000 code points, on one line or several, something to
 * see among them, no control characters but line feeds, no text-direction characters.
 */
public record Bio(String value) {

  public static final int MAX_LENGTH = 2_000;

  public Bio {
    InvalidValue.unless(
        Text.isVisible(value) && Text.isLines(value, MAX_LENGTH),
        "must be 1 to 2,000 characters, without control characters other than line feeds and without text-direction characters");
  }

  @Override
  public String toString() {
    return value;
  }
}
