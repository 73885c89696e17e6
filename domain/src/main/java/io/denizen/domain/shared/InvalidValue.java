package io.denizen.domain.shared;

/**
 * A value that cannot exist, such as a slug with a blank in it. Adapters add the path of the field
 * that it came from.
 *
 * @param message says what a valid value looks like; never repeats the value, which may be personal
 */
public record InvalidValue(String message) implements Failure {

  @Override
  public Details details() {
    return Details.of(Kind.INVALID, "INVALID_FIELD", message);
  }

  /** Throws a {@link FailureException} with this failure unless {@code valid}. */
  public static void unless(boolean valid, String message) {
    if (!valid) {
      throw new InvalidValue(message).asException();
    }
  }
}
