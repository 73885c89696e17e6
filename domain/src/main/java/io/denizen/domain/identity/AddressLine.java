package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Text;

/**
 * A line of a postal address, or a part of one: 1 to 200 code points, no control or text-direction
 * characters, no white space around it, something to see in it.
 */
public record AddressLine(String value) {

  public static final int MAX_LENGTH = 200;

  public AddressLine {
    InvalidValue.unless(
        Text.isLine(value, MAX_LENGTH),
        "must be 1 to 200 characters, without white space around it and without control or text-direction characters");
  }

  @Override
  public String toString() {
    return value;
  }
}
