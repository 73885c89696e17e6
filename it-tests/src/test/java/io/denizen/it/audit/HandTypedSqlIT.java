package io.denizen.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role that serves is refused when somebody types SQL as it. */
@EndToEnd
class HandTypedSqlIT {
  private static final String UNAUDITED = "ZD001";
  private static final List<String> FORBIDDEN = List.of("42501", "ZD002");

  private final TestDenizen denizen;
  private final Identity identity;

  HandTypedSqlIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.identity = Some.person(denizen.caller());
  }

  @Test
  void anIdentityIsNotUpdatedWithoutItsAuditEvent() {
    Map<String, Long> before = denizen.sql().rowCounts();

    SQLException refused =
        refused(
            "UPDATE denizen.identities SET display_name = 'Nobody', version = version + 1 WHERE id"
                + " = '"
                + Names.id(identity.getName())
                + "'");

    assertThat(refused.getSQLState()).isEqualTo(UNAUDITED);
    assertThat(
            denizen
                .sql()
                .strings(
                    "SELECT display_name FROM denizen.identities WHERE id = ?::uuid",
                    Names.id(identity.getName())))
        .containsExactly(identity.getDisplayName());
    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
  }

  @Test
  void anIdentityIsNotInsertedWithoutItsAuditEvent() {
    Map<String, Long> before = denizen.sql().rowCounts();

    SQLException refused =
        refused(
            """
            INSERT INTO denizen.identities
                (id, display_name, kind, state, email_verified, created_at, updated_at, version)
              VALUES (gen_random_uuid(), 'Nobody', 'SERVICE', 'ACTIVE', false, now(), now(), 1)
            """);

    assertThat(refused.getSQLState()).isEqualTo(UNAUDITED);
    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM denizen.identities",
        "DELETE FROM denizen.applications",
        "DELETE FROM denizen.teams",
        "DELETE FROM denizen.memberships",
        "DELETE FROM denizen.audit_events",
        "DELETE FROM denizen.audit_images",
        "DELETE FROM denizen.requests",
        "TRUNCATE denizen.identities CASCADE",
        "TRUNCATE denizen.audit_events CASCADE",
        "TRUNCATE denizen.requests",
        "UPDATE denizen.audit_events SET actor = 'nobody'",
        "UPDATE denizen.audit_images SET before = NULL",
        "UPDATE denizen.requests SET fingerprint = ''",
        "DROP TABLE denizen.audit_images",
        "ALTER TABLE denizen.identities DISABLE TRIGGER ALL",
        "CREATE TABLE denizen.mine ()",
        "SET session_replication_role = replica",
        "SET ROLE denizen_owner"
      })
  void whatWouldLoseOrRewriteIsRefused(String statement) {
    Map<String, Long> before = denizen.sql().rowCounts();

    SQLException refused = refused(statement);

    assertThat(refused.getSQLState())
        .as(refused.getMessage())
        .matches(state -> FORBIDDEN.contains(state) || "22023".equals(state));
    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
  }

  /** Runs the statement and commits; which of the two is refused does not matter. */
  private SQLException refused(String statement) {
    SQLException refused =
        catchThrowableOfType(
            SQLException.class,
            () -> {
              try (Connection connection = denizen.sqlAsApp().connect();
                  Statement typed = connection.createStatement()) {
                connection.setAutoCommit(false);
                typed.execute(statement);
                connection.commit();
              }
            });
    assertThat((Throwable) refused).as(statement).isNotNull();
    return refused;
  }
}
