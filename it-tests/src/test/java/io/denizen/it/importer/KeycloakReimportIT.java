package io.denizen.it.importer;

import static io.denizen.it.importer.Imported.HARBOUR;
import static io.denizen.it.importer.Imported.RESOURCES;
import static io.denizen.it.importer.Imported.bySlug;
import static io.denizen.it.importer.Imported.load;
import static io.denizen.it.importer.Imported.quay;
import static io.denizen.it.importer.Imported.rehearse;
import static io.denizen.it.importer.Imported.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.TestDenizen;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that comes in again, or is only rehearsed, changes what differs and nothing else. */
@EndToEnd
class KeycloakReimportIT {

  private final PostgresServer postgresql;

  KeycloakReimportIT(PostgresServer postgresql) {
    this.postgresql = postgresql;
  }

  @Test
  void theSecondTimeNothingChanges() throws Exception {
    for (Path[] files :
        List.of(
            new Path[] {HARBOUR},
            new Path[] {RESOURCES.resolve("lighthouse-realm.json")},
            quay(),
            new Path[] {RESOURCES.resolve("users.json")})) {
      try (TestDenizen denizen = denizen()) {
        Tally first = load(denizen, files);
        Map<String, Long> rows = denizen.sql().rowCounts();
        Tally second = load(denizen, files);

        assertThat(first.failures()).as("%s", (Object) files).isEmpty();
        assertThat(second.failures()).isEmpty();
        assertThat(second.of(Outcome.CREATED)).isZero();
        assertThat(second.of(Outcome.UPDATED)).isZero();
        assertThat(second.of(Outcome.UNCHANGED)).isEqualTo(first.of(Outcome.CREATED));
        assertThat(denizen.sql().rowCounts()).isEqualTo(rows);
      }
    }
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    try (TestDenizen denizen = denizen()) {
      Map<String, Long> rows = denizen.sql().rowCounts();
      Tally rehearsed = rehearse(denizen, HARBOUR);
      assertThat(denizen.sql().rowCounts()).isEqualTo(rows);
      Tally done = load(denizen, HARBOUR);

      assertThat(rehearsed.failures()).isEmpty();
      assertThat(rehearsed.summary()).isEqualTo(done.summary());
      assertThat(rehearsed.leftOut()).isEqualTo(done.leftOut());
      rows = denizen.sql().rowCounts();
      assertThat(rehearse(denizen, HARBOUR).of(Outcome.UNCHANGED))
          .isEqualTo(done.of(Outcome.CREATED));
      assertThat(denizen.sql().rowCounts()).isEqualTo(rows);
    }
  }

  @Test
  void aPasswordThatWasChangedOrHashedAnewStays() throws Exception {
    try (TestDenizen denizen = denizen()) {
      load(denizen, HARBOUR);
      Caller caller = denizen.caller();
      assertThat(verify(caller, "gannet", "the lamp is lit").getRehashed()).isTrue();
      caller
          .credentials()
          .setPassword(
              SetPasswordRequest.newBuilder()
                  .setIdentity(bySlug(caller, "guillemot").getName())
                  .setPassword("under the bridge")
                  .build());
      Tally second = load(denizen, HARBOUR);

      assertThat(second.of("passwords", Outcome.UNCHANGED)).isEqualTo(3);
      assertThat(verify(caller, "gannet", "the lamp is lit").getRehashed()).isFalse();
      assertThat(verify(caller, "guillemot", "under the bridge").getIdentity()).isNotEmpty();
    }
  }

  @Test
  void whatHasChangedInKeycloakIsBroughtOverAndNothingElse(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      load(denizen, HARBOUR);
      Path changed =
          Files.writeString(
              dir.resolve("changed.json"),
              Files.readString(HARBOUR)
                  .replace(
                      "\"enabled\": false,\n      \"createdTimestamp\"",
                      "\"enabled\": true,\n      \"createdTimestamp\"")
                  .replace("Petra.Gannet@example.org", "petra@example.org")
                  .replace("\"pilots\"\n", "\"lights\"\n"));
      Tally second = load(denizen, changed);

      assertThat(second.failures()).isEmpty();
      assertThat(second.of("identities", Outcome.UPDATED)).isEqualTo(2);
      assertThat(second.of("preferences", Outcome.UPDATED)).isEqualTo(1);
      assertThat(second.of(Outcome.UPDATED)).isEqualTo(3);
      assertThat(second.of(Outcome.CREATED)).isZero();
      Caller caller = denizen.caller();
      assertThat(bySlug(caller, "puffin").getState()).isEqualTo(Identity.State.STATE_ACTIVE);
      assertThat(bySlug(caller, "gannet").getEmail()).isEqualTo("petra@example.org");
      assertThat(bySlug(caller, "gannet").getEmailVerified()).isTrue();
    }
  }

  private TestDenizen denizen() {
    return TestDenizen.onFreshDatabase(postgresql, 10);
  }
}
