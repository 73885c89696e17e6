package io.denizen.domain.shared;

/**
 * A sentence or two about something, up to 1,000 code points, on one line or several; may be empty.
 */
public record Description(String value) {

  public static final int MAX_LENGTH = 1_000;

  public Description {
    InvalidValue.unless(
        Text.isLines(value, MAX_LENGTH),
        "must be at most 1,000 characters, without control characters other than line feeds and without text-direction characters");
  }

  @Override
  public String toString() {
    return value;
  }
}
