package io.denizen.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.denizen.it.harness.Sql;
import io.denizen.server.database.Login;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the server at each step of a transaction that many callers share. */
class KillBetweenStepsIT {
  private static final int WRITES_BEFORE_THE_KILL = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Whoever comes by waits here, with nobody's lock, for as long as the table has a row. */
  private static final String GATE =
      """
      CREATE TABLE denizen.gate ();
      GRANT SELECT ON denizen.gate TO denizen_app;
      CREATE FUNCTION denizen.wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        WHILE EXISTS (SELECT FROM denizen.gate) LOOP PERFORM pg_sleep(0.01); END LOOP;
        RETURN NULL;
      END
      $$
      """;

  @TempDir private Path home;

  /** Where the transaction is when the server dies. */
  enum Step {
    REQUESTS("TRIGGER gate BEFORE INSERT ON denizen.requests"),
    EVENTS("TRIGGER gate BEFORE INSERT ON denizen.audit_events"),
    IMAGES("TRIGGER gate BEFORE INSERT ON denizen.audit_images"),
    NEW_ROWS("TRIGGER gate BEFORE INSERT ON denizen.identities"),
    CHANGED_ROWS("TRIGGER gate BEFORE UPDATE ON denizen.identities"),
    COMMIT(
        "CONSTRAINT TRIGGER gate AFTER INSERT ON denizen.identities DEFERRABLE INITIALLY DEFERRED FOR EACH ROW");

    private final String trigger;

    Step(String trigger) {
      this.trigger = trigger;
    }
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
    ServeProcess serving = ServeProcess.start(home);
    try {
      owner().run(GATE);
      for (Step step : Step.values()) {
        owner().run("CREATE " + step.trigger + " EXECUTE FUNCTION denizen.wait_at_gate()");
        Writers writers = killAtTheGate(serving);
        serving.close();

        serving = ServeProcess.start(home);
        owner().run("DELETE FROM denizen.gate");
        owner().run("DROP TRIGGER gate ON " + step.trigger.replaceAll(".* ON (\\S+).*", "$1"));
        assertThat(writers.refusals()).as("%s: in the middle of their work", step).isNotEmpty();
        Ledger ledger = Ledger.read(serving.caller());
        ledger.requireEverything(writers.acknowledged());
        ledger.requireNoChangeWithoutEventAndNoEventWithoutChange();
      }
    } finally {
      serving.close();
    }
  }

  private Writers killAtTheGate(ServeProcess serving) throws Exception {
    try (Writers writers = Writers.start(serving.caller())) {
      await().atMost(PATIENCE).until(() -> writers.acknowledged().size() >= WRITES_BEFORE_THE_KILL);
      owner().run("INSERT INTO denizen.gate DEFAULT VALUES");
      await().atMost(PATIENCE).until(this::someoneIsAtTheGate);
      serving.kill();
      return writers;
    }
  }

  private boolean someoneIsAtTheGate() throws IOException {
    return owner()
            .number(
                """
                SELECT count(*) FROM pg_stat_activity
                  WHERE application_name = 'denizen-commit' AND wait_event = 'PgSleep'
                """)
        > 0;
  }

  /** Each start has a port of its own. */
  private Sql owner() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("denizen.properties"))) {
      properties.load(reader);
    }
    return new Sql(
        new Login(
            "jdbc:postgresql://127.0.0.1:" + properties.getProperty("port") + "/denizen",
            "denizen_owner",
            Files.readString(home.resolve("owner.password")).strip()));
  }
}
