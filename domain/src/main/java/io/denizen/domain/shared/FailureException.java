package io.denizen.domain.shared;

/**
 * Carries a {@link Failure} through code that returns something else. It has no stack trace: a
 * refusal is an expected answer, and walking the stack would cost more than the refused call.
 */
public final class FailureException extends RuntimeException {

  private final transient Failure failure;

  FailureException(Failure failure) {
    super(failure.reason() + ": " + failure.message(), null, false, false);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
