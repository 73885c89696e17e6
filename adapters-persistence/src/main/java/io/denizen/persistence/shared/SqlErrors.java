package io.denizen.persistence.shared;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what PostgreSQL says went wrong (PostgreSQL manual, appendix A: SQLSTATE codes). */
public final class SqlErrors {

  private SqlErrors() {}

  /**
   * Whether the connection failed, or there was none to be had: class 08, 57P0x (shutdown), 53300
   * (too many).
   */
  static boolean isOutage(Throwable thrown) {
    SQLException error = sqlError(thrown);
    if (error == null) {
      return false;
    }
    String state = error.getSQLState();
    return error instanceof java.sql.SQLTransientConnectionException
        || error instanceof java.sql.SQLNonTransientConnectionException
        || (state != null
            && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")));
  }

  /** The constraint that a unique violation (23505) names. */
  public static Optional<String> violatedUnique(Throwable thrown) {
    return has(thrown, "23505") ? constraint(thrown) : Optional.empty();
  }

  /**
   * Whether another transaction came first: a parent is gone or a child has come (23503), or the
   * two waited for each other (40P01) or could not be put in order (40001).
   */
  public static boolean isOvertaken(Throwable thrown) {
    return has(thrown, "23503") || has(thrown, "40P01") || has(thrown, "40001");
  }

  private static boolean has(Throwable thrown, String state) {
    SQLException error = sqlError(thrown);
    return error != null && state.equals(error.getSQLState());
  }

  private static Optional<String> constraint(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException error) {
        ServerErrorMessage message = error.getServerErrorMessage();
        return Optional.ofNullable(message == null ? null : message.getConstraint());
      }
    }
    return Optional.empty();
  }

  private static @Nullable SQLException sqlError(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException error) {
        return error;
      }
    }
    return null;
  }
}
