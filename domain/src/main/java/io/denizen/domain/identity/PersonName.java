package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Text;

/**
 * A name of a human being, or a part of one, as its bearer writes it: 1 to 200 code points, no
 * control or text-direction characters, no white space around it, something to see in it. Nothing
 * is assumed about letters, capitals or how many words it has.
 */
public record PersonName(String value) {

  public static final int MAX_LENGTH = 200;

  public PersonName {
    InvalidValue.unless(
        Text.isLine(value, MAX_LENGTH),
        "must be 1 to 200 characters, without white space around it and without control or text-direction characters");
  }

  @Override
  public String toString() {
    return value;
  }
}
