package io.denizen.domain.shared;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.Callable;

/** Asks for what is refused. */
public final class Refusals {

  private Refusals() {}

  /** Why it was refused. */
  public static Failure refusal(Callable<?> attempt) {
    FailureException thrown = catchThrowableOfType(FailureException.class, attempt::call);
    if (thrown == null) {
      throw new AssertionError("was not refused");
    }
    return thrown.failure();
  }
}
