package io.denizen.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.persistence.TestDatabase;
import io.denizen.persistence.TestServer;
import io.denizen.persistence.sql.Statements.Form;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.SqlCommandType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How PostgreSQL finds rows once there are many. */
@ExtendWith(TestDatabase.class)
final class PlansTest {

  /** There are few applications. */
  private static final Pattern SLOW =
      Pattern.compile(
          "Seq Scan on (?:identities|external_logins|profiles|preferences|devices|sessions"
              + "|refresh_tokens|credentials|role_assignments|verification_tokens|teams|roles|memberships|granted_roles"
              + "|included_roles|invitations|audit_events"
              + "|audit_images) ");

  private static final Pattern ORDERED_BY_FEW_VALUES =
      Pattern.compile("ORDER BY (?:i\\.(?:kind|state)|e\\.(?:application_id|actor|action))");

  @Test
  void whatThereIsMuchOfIsFoundByAnIndexHoweverItIsListed() throws SQLException {
    List<String> slow = new ArrayList<>();
    List<String> byFewValues = new ArrayList<>();
    List<String> misled = new ArrayList<>();
    TestServer server = TestDatabase.server();
    server.create("plans");
    try (Connection owner = server.owner("plans")) {
      fill(owner);
    }
    try (Connection app = server.app("plans")) {
      List<Form> forms = new Statements(TestDatabase.configuration()).forms();
      assertThat(Crowd.unmet(forms)).isEmpty();
      for (Form form : forms) {
        if (form.statement().getSqlCommandType() == SqlCommandType.SELECT) {
          String plan = form.explain(app);
          if (SLOW.matcher(plan).find()) {
            slow.add(form.id() + "\n" + form.text() + "\n" + plan);
          }
          misled.addAll(Crowd.misled(form, plan));
          if (ORDERED_BY_FEW_VALUES.matcher(form.text()).find()) {
            byFewValues.add(form.text() + "\n" + plan);
          }
        }
      }
    }
    assertThat(slow).isEmpty();
    assertThat(misled).isEmpty();
    // By id or sequence, the last page would read all rows of the other values.
    assertThat(byFewValues)
        .isNotEmpty()
        .allSatisfy(
            plan ->
                assertThat(plan).doesNotContain("identities_pkey", "audit_events_sequence_once"));
  }

  /** Without the triggers, which would ask for audit events. */
  private static void fill(Connection owner) throws SQLException {
    try (Statement sql = owner.createStatement()) {
      sql.execute("SET session_replication_role = replica");
      sql.execute(
          """
          INSERT INTO identities (id, email, email_key, slug, display_name, kind, state, email_verified, created_at,
              updated_at, deleted_at, deletion_id, live, version)
          SELECT uuidv7(interval '1 second' * (n - 30000)), n || '@a', n || '@a', 's' || n, 'x',
              CASE WHEN n % 50 = 0 THEN 'SERVICE' ELSE 'PERSON' END,
              CASE WHEN n % 20 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END, true, now(), now(),
              CASE WHEN n % 10 = 0 THEN now() END, CASE WHEN n % 10 = 0 THEN gen_random_uuid() END,
              CASE WHEN n % 10 > 0 THEN true END, 1
          FROM generate_series(1, 20000) n
          """);
      sql.execute(
          """
          INSERT INTO external_logins (id, identity_id, provider, subject, created_at, updated_at, deleted_at,
              deletion_id, live, version)
          SELECT uuidv7(), id, 'p' || version % 2, id, created_at, updated_at, deleted_at, deletion_id, live, 1
          FROM identities
          """);
      sql.execute(
          """
          INSERT INTO devices (id, identity_id, client_device_id, display_name, type, last_active_at, created_at, updated_at,
              deleted_at, deletion_id, live, version)
          SELECT uuidv7(), id, 'd', 'x', 'PHONE', created_at, created_at, updated_at, deleted_at, deletion_id, live, 1
          FROM identities
          """);
      sql.execute(
          """
          INSERT INTO credentials (id, identity_id, hash, imported, failed_attempts, changed_at, created_at, updated_at,
              deleted_at, deletion_id, live, version)
          SELECT uuidv7(), id, '', false, 0, created_at, created_at, updated_at, deleted_at, deletion_id, live, 1
          FROM identities
          """);
      sql.execute(
          """
          INSERT INTO sessions (id, identity_id, device_id, expires_at, revoked_at, revoke_reason, last_active_at, created_at,
              updated_at, deleted_at, deletion_id, live, version)
          SELECT uuidv7(), identity_id, id, now() + interval '1 day' * random(),
              CASE WHEN right(id::text, 1) = '0' THEN now() END, CASE WHEN right(id::text, 1) = '0' THEN 'REQUESTED' END,
              created_at, created_at, updated_at, deleted_at, deletion_id, live, 1
          FROM devices
          """);
      sql.execute(
          """
          INSERT INTO refresh_tokens (id, identity_id, session_id, generation, token_hash, salt, created_at, updated_at,
              deleted_at, deletion_id, live, version)
          SELECT uuidv7(), identity_id, id, 1, sha256(id::text::bytea), sha256('salt'), created_at, updated_at, deleted_at,
              deletion_id, live, 1
          FROM sessions
          """);
      sql.execute(
          """
          INSERT INTO profiles (id, identity_id, nickname, created_at, updated_at, deleted_at, deletion_id, live, version)
          SELECT uuidv7(), id, 'x', now(), now(), deleted_at, deletion_id, live, 1 FROM identities
          """);
      sql.execute(
          """
          INSERT INTO preferences (id, identity_id, settings, created_at, updated_at, deleted_at, deletion_id, live, version)
          SELECT uuidv7(), id, '{}', now(), now(), deleted_at, deletion_id, live, 1 FROM identities
          """);
      sql.execute(
          """
          INSERT INTO role_assignments (id, identity_id, role, created_at, updated_at, deleted_at, deletion_id, live, version)
          SELECT uuidv7(), id, 'admin', now(), now(), deleted_at, deletion_id, live, 1 FROM identities
          """);
      sql.execute(
          """
          INSERT INTO verification_tokens (id, identity_id, purpose, token_hash, expires_at, created_at, updated_at,
              deleted_at, deletion_id, live, version)
          SELECT uuidv7(), id, 'TWO_FACTOR', sha256(id::text::bytea), created_at, created_at, updated_at, deleted_at,
              deletion_id, live, 1
          FROM identities
          """);
      sql.execute(
          """
          INSERT INTO applications (id, slug, display_name, description, created_at, updated_at, version)
          SELECT uuidv7(interval '1 second' * (n - 30000)), 's' || n, 'x', '', now(), now(), 1
          FROM generate_series(1, 2000) n
          """);
      sql.execute(
          """
          INSERT INTO teams (id, application_id, slug, display_name, description, created_at, updated_at, version)
          SELECT uuidv7(interval '1 second' * (n - 30000)), a.id, 's' || n, 'x', '', now(), now(), 1
          FROM applications a, generate_series(1, 10) n
          """);
      sql.execute(
          """
          INSERT INTO roles (id, application_id, slug, display_name, description, permissions, includes, assignable_by,
              owner, inherited, created_at, updated_at, version)
          SELECT uuidv7(interval '1 second' * (n - 30000)), a.id, CASE n WHEN 1 THEN 'member' ELSE 'r' || n END, 'x', '',
              '{}', CASE n WHEN 1 THEN '{}' ELSE '{member}'::text[] END, '{}', false, false, now(), now(), 1
          FROM applications a, generate_series(1, 5) n
          """);
      sql.execute(
          """
          INSERT INTO included_roles (role_id, application_id, role_slug)
          SELECT r.id, r.application_id, 'member' FROM roles r WHERE r.includes <> '{}'
          """);
      sql.execute(
          """
          INSERT INTO memberships (id, identity_id, application_id, team_id, roles, state, expires_at, created_at, updated_at,
              version)
          SELECT uuidv7(), i.id, t.application_id, t.id, '{member}', 'ACTIVE',
              CASE WHEN i.n % 10 = 0 THEN now() + interval '1 minute' * i.n END, now(), now(), 1
          FROM (SELECT id, row_number() OVER () AS n FROM identities) i
          JOIN (SELECT id, application_id, row_number() OVER () AS n FROM teams) t ON t.n = i.n
          """);
      sql.execute(
          """
          INSERT INTO granted_roles (membership_id, application_id, role_slug, team_id)
          SELECT m.id, m.application_id, 'member', m.team_id FROM memberships m
          """);
      sql.execute(
          """
          INSERT INTO invitations (id, application_id, team_id, email, email_key, roles, token_hash, state, expires_at,
              created_at, updated_at, version)
          SELECT uuidv7(), t.application_id, t.id, n || '@a', n || '@a', '{member}', sha256((t.id || '/' || n)::bytea), 'PENDING',
              now() + interval '1 minute' * n, now(), now(), 1
          FROM teams t, generate_series(1, 5) n
          """);
      sql.execute(
          """
          INSERT INTO audit_events (id, change_set_id, actor, action, resource, resource_id, resource_version,
              application_id, occurred_at)
          SELECT uuidv7(), m.id, 'a' || m.id, 'membership.created', 'applications/' || m.application_id || '/memberships/' || m.id,
              m.id, 1, m.application_id, now()
          FROM memberships m
          """);
      sql.execute("INSERT INTO audit_images (event_id, after) SELECT id, '{}' FROM audit_events");
      Crowd.fill(sql);
      sql.execute("ANALYZE");
    }
  }
}
