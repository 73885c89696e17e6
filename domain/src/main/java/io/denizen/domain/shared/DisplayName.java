package io.denizen.domain.shared;

/**
 * What people call someone or something (AIP-148): 1 to 200 code points, no control or
 * text-direction characters, no white space around it, something to see in it.
 */
public record DisplayName(String value) {

  public static final int MAX_LENGTH = 200;

  public DisplayName {
    InvalidValue.unless(
        Text.isLine(value, MAX_LENGTH),
        "must be 1 to 200 characters, without white space around it and without control or text-direction characters");
  }

  @Override
  public String toString() {
    return value;
  }
}
