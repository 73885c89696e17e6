package io.denizen.persistence;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A place in a transaction where it stays until it is let through, without holding anybody's lock:
 * before a row of a certain table is written.
 */
public final class Gate {

  private static final String INSTALLED =
      """
      CREATE TABLE IF NOT EXISTS public.gate (at text PRIMARY KEY);
      GRANT SELECT ON public.gate TO denizen_app;
      CREATE OR REPLACE FUNCTION public.wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        WHILE EXISTS (SELECT FROM public.gate WHERE at = TG_TABLE_NAME) LOOP
          PERFORM pg_sleep(0.005);
        END LOOP;
        RETURN NULL;
      END
      $$
      """;

  private final TestServer server;
  private final String database;
  private final String table;

  private Gate(TestServer server, String database, String table) {
    this.server = server;
    this.database = database;
    this.table = table;
  }

  /** Builds a gate, which is open, before each statement that inserts into a table. */
  public static Gate before(TestServer server, String database, String table) {
    return build(server, database, table, "TRIGGER gate BEFORE INSERT ON denizen.%s");
  }

  /** Builds a gate, which is open, before the commit of whoever inserted into a table. */
  public static Gate beforeCommitAfter(TestServer server, String database, String table) {
    return build(
        server,
        database,
        table,
        "CONSTRAINT TRIGGER gate AFTER INSERT ON denizen.%s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW");
  }

  private static Gate build(TestServer server, String database, String table, String trigger) {
    Gate gate = new Gate(server, database, table);
    gate.execute(INSTALLED);
    gate.execute("CREATE " + trigger.formatted(table) + " EXECUTE FUNCTION public.wait_at_gate()");
    return gate;
  }

  public void close() {
    execute("INSERT INTO public.gate VALUES ('%s')".formatted(table));
  }

  /** Returns when somebody waits before it. */
  public void awaitSomeone() {
    await().atMost(Duration.ofSeconds(30)).until(() -> backends() > 0);
  }

  public void open() {
    execute("DELETE FROM public.gate");
  }

  /** Lets everybody through for good. */
  public void remove() {
    open();
    execute("DROP TRIGGER gate ON denizen." + table);
  }

  /** Ends the connection of whoever waits before it. */
  public void killWhoeverWaits() {
    execute(
        """
        SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'denizen_app' AND wait_event = 'PgSleep'
        """);
  }

  private int backends() throws SQLException {
    try (Connection owner = server.owner(database);
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_stat_activity
                  WHERE datname = current_database() AND usename = 'denizen_app' AND wait_event = 'PgSleep'
                """)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) {
    try (Connection owner = server.owner(database);
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
