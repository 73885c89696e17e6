package io.denizen.server;

import org.jspecify.annotations.Nullable;

/**
 * Denizen cannot start, or go on, for a reason its operator can act upon.
 *
 * <p>The message is one line for that operator: it says what is wrong and what to do, and holds no
 * secret.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
