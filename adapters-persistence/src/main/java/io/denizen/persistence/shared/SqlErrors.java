package io.denizen.persistence.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what PostgreSQL says went wrong (PostgreSQL manual, appendix A: SQLSTATE codes). */
public final class SqlErrors {

  private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

  private SqlErrors() {}

  /** Whether there was no connection to be had. */
  static boolean isUnreachable(Throwable thrown) {
    return sqlError(thrown) instanceof SQLTransientConnectionException;
  }

  /**
   * Whether the server is not as it should be and may be again: the connection failed (class 08),
   * resources ran out (53), an operator intervened or the server shut down (57), its disk failed
   * (58), or it has become a standby (25006).
   */
  public static boolean isOutage(Throwable thrown) {
    SQLException error = sqlError(thrown);
    if (error == null) {
      return false;
    }
    String state = error.getSQLState();
    return isUnreachable(thrown)
        || (state != null && (OUTAGES.contains(state.substring(0, 2)) || state.equals("25006")));
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

  /**
   * Whether the work would have had to wait for another transaction for long (55P03), or the two
   * waited for each other (40P01).
   */
  public static boolean isBlocked(Throwable thrown) {
    return has(thrown, "55P03") || has(thrown, "40P01");
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
