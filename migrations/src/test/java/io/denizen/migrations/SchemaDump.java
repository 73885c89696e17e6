package io.denizen.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The schema as text, from the catalog: the same for the same schema, readable in a diff. */
final class SchemaDump {

  /** Everything but Liquibase's own two tables. */
  private static final String TABLES =
      """
      WITH tables AS (
        SELECT c.oid, c.relname, c.relkind, c.relacl FROM pg_class c
          WHERE c.relnamespace = 'denizen'::regnamespace
            AND c.relname NOT LIKE 'databasechangelog%')
      """;

  private static final String COLUMNS =
      TABLES
          + """
          SELECT format('column %s.%s %s%s%s%s%s', t.relname, a.attname,
              format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attcollation <> y.typcollation THEN ' COLLATE ' || l.collname END,
              CASE WHEN a.attnotnull THEN ' NOT NULL' END,
              CASE WHEN a.attgenerated = '' THEN ' DEFAULT ' ELSE ' GENERATED ' END
                || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\\s+', ' ', 'g'),
              ' -- ' || col_description(t.oid, a.attnum))
            FROM tables t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type y ON y.oid = a.atttypid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
            WHERE t.relkind = 'r'
            ORDER BY t.relname, a.attnum
          """;

  private static final String COMMENTS =
      TABLES
          + """
          SELECT format('table %s -- %s', t.relname, obj_description(t.oid, 'pg_class'))
            FROM tables t WHERE t.relkind = 'r' ORDER BY t.relname
          """;

  private static final String CONSTRAINTS =
      TABLES
          + """
          SELECT format('constraint %s.%s %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
            FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid
            WHERE c.contype <> 'n'
            ORDER BY t.relname, c.conname
          """;

  private static final String INDEXES =
      TABLES
          + """
          SELECT pg_get_indexdef(i.indexrelid)
            FROM tables t JOIN pg_index i ON i.indrelid = t.oid ORDER BY 1
          """;

  private static final String VIEWS =
      TABLES
          + """
          SELECT format('view %s (%s) AS %s -- %s', c.relname, array_to_string(c.reloptions, ', '),
              pg_get_viewdef(c.oid), obj_description(c.oid, 'pg_class'))
            FROM tables t JOIN pg_class c USING (oid) WHERE t.relkind = 'v' ORDER BY c.relname
          """;

  private static final String SEQUENCES =
      """
      SELECT format('sequence %s %s from %s by %s cache %s%s', sequencename, data_type, start_value,
          increment_by, cache_size, CASE WHEN cycle THEN ' cycle' END)
        FROM pg_sequences WHERE schemaname = 'denizen' ORDER BY 1
      """;

  private static final String TRIGGERS =
      TABLES
          + """
          SELECT pg_get_triggerdef(g.oid)
              || CASE g.tgenabled WHEN 'O' THEN '' ELSE format(' (%s)', g.tgenabled) END
            FROM tables t JOIN pg_trigger g ON g.tgrelid = t.oid
            WHERE NOT g.tgisinternal ORDER BY t.relname, g.tgname
          """;

  private static final String FUNCTIONS =
      """
      SELECT pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = 'denizen'::regnamespace ORDER BY proname
      """;

  private static final String GRANTS =
      """
      SELECT format('grant %s on %s to %s%s', privileges, object, grantee, granting) FROM (
        SELECT string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS privileges, object,
            CASE a.grantee WHEN 0 THEN 'PUBLIC'
              ELSE pg_get_userbyid(a.grantee)::text END AS grantee,
            CASE WHEN a.is_grantable THEN ' with grant option' END AS granting
          FROM (
            SELECT 'schema ' || nspname AS object, nspacl AS acl, nspowner AS owner
              FROM pg_namespace WHERE nspname = 'denizen'
            UNION ALL
            SELECT relname, relacl, relowner FROM pg_class
              WHERE relnamespace = 'denizen'::regnamespace
            UNION ALL
            SELECT c.relname || '.' || a.attname, a.attacl, c.relowner
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
              WHERE c.relnamespace = 'denizen'::regnamespace
            UNION ALL
            SELECT 'function ' || proname, proacl, proowner FROM pg_proc
              WHERE pronamespace = 'denizen'::regnamespace
          ) objects, aclexplode(acl) a
          WHERE a.grantee <> owner
          GROUP BY object, a.grantee, a.is_grantable) AS granted
        ORDER BY object, grantee
      """;

  private static final List<String> PARTS =
      List.of(
          COMMENTS, COLUMNS, CONSTRAINTS, INDEXES, VIEWS, SEQUENCES, TRIGGERS, FUNCTIONS, GRANTS);

  private SchemaDump() {}

  static String of(Connection connection) throws SQLException {
    StringBuilder dump = new StringBuilder();
    for (String sql : PARTS) {
      for (String line : TestDatabase.query(connection, sql)) {
        dump.append(line.stripTrailing()).append('\n');
      }
      dump.append('\n');
    }
    return dump.toString();
  }
}
