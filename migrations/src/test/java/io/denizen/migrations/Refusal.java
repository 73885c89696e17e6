package io.denizen.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** How PostgreSQL refused a statement. */
record Refusal(String sqlState, String message, @Nullable String constraint, String hint) {

  static final String NO_PRIVILEGE = "42501";
  static final String UNIQUE = "23505";
  static final String FOREIGN_KEY = "23503";
  static final String UNAUDITED = "ZD001";
  static final String KEPT = "ZD002";
  static final String OVERWRITTEN = "ZD003";

  /** Executes the statement, which must fail. */
  static Refusal of(Connection connection, String sql) {
    PSQLException thrown =
        catchThrowableOfType(PSQLException.class, () -> TestDatabase.execute(connection, sql));
    assertThat((Throwable) thrown).as("refusal of %s", sql).isNotNull();
    return of(thrown);
  }

  static Refusal of(PSQLException thrown) {
    ServerErrorMessage server = thrown.getServerErrorMessage();
    if (server == null) {
      throw new AssertionError("not the server's refusal", thrown);
    }
    return new Refusal(
        String.valueOf(thrown.getSQLState()),
        String.valueOf(server.getMessage()),
        server.getConstraint(),
        String.valueOf(server.getHint()));
  }
}
