package io.denizen.migrations;

import org.jspecify.annotations.Nullable;

/**
 * The database could not be brought to the current schema. The message says why, for an operator.
 */
public final class MigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MigrationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
