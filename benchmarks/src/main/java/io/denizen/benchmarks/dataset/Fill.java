package io.denizen.benchmarks.dataset;

import io.denizen.server.database.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes a dataset in SQL as the owner, without the triggers: nothing of it was ever decided. Each
 * identity has its audit event with an image.
 */
public final class Fill {
  private static final long CHUNK = 200_000;

  private Fill() {}

  /**
   * Fills empty tables and leaves them as they are after a quiet night: vacuumed, analysed, written
   * out.
   *
   * @param progress is told how many identities are there
   */
  public static void fill(Login owner, Dataset dataset, LongConsumer progress) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
        Statement sql = connection.createStatement()) {
      sql.execute("SET search_path = denizen");
      sql.execute("SET session_replication_role = replica");
      List<String> indexes = dropIndexes(sql);
      applications(sql, Dataset.HOMES + dataset.spare());
      for (long from = 0; from < dataset.identities(); from += CHUNK) {
        long to = Math.min(from + CHUNK, dataset.identities());
        identities(sql, from, to);
        memberships(sql, from, to);
        progress.accept(to);
      }
      for (String index : indexes) {
        sql.execute(index);
      }
      sql.execute("VACUUM (ANALYZE)");
      sql.execute("CHECKPOINT");
    }
  }

  /** But for those of constraints: they are made faster of all rows than row by row. */
  private static List<String> dropIndexes(Statement sql) throws SQLException {
    Map<String, String> definitions = new LinkedHashMap<>();
    try (ResultSet rows =
        sql.executeQuery(
            """
            SELECT i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
              FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
              WHERE c.relnamespace = 'denizen'::regnamespace
                AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            """)) {
      while (rows.next()) {
        definitions.put(rows.getString(1), rows.getString(2));
      }
    }
    for (String index : definitions.keySet()) {
      sql.execute("DROP INDEX " + index);
    }
    return List.copyOf(definitions.values());
  }

  private static void applications(Statement sql, int count) throws SQLException {
    sql.execute(
        """
        INSERT INTO applications (id, slug, display_name, description, created_at, updated_at, version)
        SELECT ('018f0000-0001-7000-8000-' || n)::uuid, 'a' || n, 'Application ' || n, '', now(), now(), 1
        FROM generate_series(%d, %d) n
        """
            .formatted(Dataset.FIRST, Dataset.FIRST + count - 1));
    sql.execute(
        """
        INSERT INTO roles (id, application_id, slug, display_name, description, permissions, includes, assignable_by,
            owner, inherited, created_at, updated_at, version)
        SELECT ('018f0000-0005-7000-8000-' || n)::uuid, ('018f0000-0001-7000-8000-' || n)::uuid, 'member', 'Member', '',
            '{%s,invoice.list,profile.*,report.read}', '{}', '{}', false, false, now(), now(), 1
        FROM generate_series(%d, %d) n
        """
            .formatted(Dataset.PERMISSION, Dataset.FIRST, Dataset.FIRST + count - 1));
  }

  private static void identities(Statement sql, long from, long to) throws SQLException {
    String rows = rows(from, to);
    sql.execute(
        """
        INSERT INTO identities (id, kind, email, email_key, slug, display_name, state, email_verified,
            created_at, updated_at, version)
        SELECT ('018f0000-0000-7000-8000-' || n)::uuid,
            CASE WHEN n %% %d = 0 THEN 'SERVICE' ELSE 'PERSON' END,
            'p' || n || '@bench.example', 'p' || n || '@bench.example', 'p' || n, 'Person ' || n, 'ACTIVE', false,
            now(), now(), 1
        FROM %s n
        """
            .formatted(Dataset.SERVICE_EVERY, rows));
    sql.execute(
        """
        INSERT INTO audit_events (id, change_set_id, actor, action, resource, resource_id, resource_version,
            ip_address, user_agent, occurred_at)
        SELECT ('018f0000-0003-7000-8000-' || n)::uuid, ('018f0000-0004-7000-8000-' || n)::uuid, 'services/benchmark',
            'identity.created', 'identities/018f0000-0000-7000-8000-' || n, ('018f0000-0000-7000-8000-' || n)::uuid, 1,
            '127.0.0.1', 'grpc-java-netty', now()
        FROM %s n
        """
            .formatted(rows));
    sql.execute(
        """
        INSERT INTO audit_images (event_id, after)
        SELECT ('018f0000-0003-7000-8000-' || n)::uuid, jsonb_build_object(
            'name', 'identities/018f0000-0000-7000-8000-' || n,
            'kind', CASE WHEN n %% %d = 0 THEN 'SERVICE' ELSE 'PERSON' END,
            'email', 'p' || n || '@bench.example', 'slug', 'p' || n, 'display_name', 'Person ' || n,
            'state', 'ACTIVE', 'email_verified', false,
            'create_time', '2026-01-01T00:00:00.123456Z', 'update_time', '2026-01-01T00:00:00.123456Z', 'version', 1)
        FROM %s n
        """
            .formatted(Dataset.SERVICE_EVERY, rows));
  }

  /** Everyone is in one application, and each third in another one too; granted by no trigger. */
  private static void memberships(Statement sql, long from, long to) throws SQLException {
    for (int turn = 0; turn < 2; turn++) {
      sql.execute(
          """
          INSERT INTO memberships (id, identity_id, application_id, roles, state, created_at, updated_at, version)
          SELECT ('018f0000-0002-7000-800%d-' || n)::uuid, ('018f0000-0000-7000-8000-' || n)::uuid,
              ('018f0000-0001-7000-8000-' || %d + (n + %d) %% %d)::uuid, '{member}', 'ACTIVE', now(), now(), 1
          FROM %s n
          WHERE %d = 0 OR n %% 3 = 0
          """
              .formatted(
                  turn,
                  Dataset.FIRST,
                  turn * Dataset.HOMES / 2,
                  Dataset.HOMES,
                  rows(from, to),
                  turn));
      sql.execute(
          """
          INSERT INTO granted_roles (membership_id, application_id, role_slug)
          SELECT ('018f0000-0002-7000-800%d-' || n)::uuid,
              ('018f0000-0001-7000-8000-' || %d + (n + %d) %% %d)::uuid, 'member'
          FROM %s n
          WHERE %d = 0 OR n %% 3 = 0
          """
              .formatted(
                  turn,
                  Dataset.FIRST,
                  turn * Dataset.HOMES / 2,
                  Dataset.HOMES,
                  rows(from, to),
                  turn));
    }
  }

  private static String rows(long from, long to) {
    return "generate_series(%d, %d)".formatted(Dataset.FIRST + from, Dataset.FIRST + to - 1);
  }
}
