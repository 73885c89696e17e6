package io.denizen.it.importer;

import static io.denizen.it.importer.Imported.HARBOUR;
import static io.denizen.it.importer.Imported.bySlug;
import static io.denizen.it.importer.Imported.load;
import static io.denizen.it.importer.Imported.rehearse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.server.StartFailure;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an export is refused, and what then comes in all the same. */
@EndToEnd
class KeycloakRefusalsIT {

  private final PostgresServer postgresql;

  KeycloakRefusalsIT(PostgresServer postgresql) {
    this.postgresql = postgresql;
  }

  @Test
  void aDryRunFindsWhatTheServerWouldRefuse(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      Path absurd =
          Files.writeString(
              dir.resolve("absurd.json"),
              """
              {"realm":"absurd","users":[
                {"username":"auk","email":"auk@example.org","credentials":[{"type":"password",
                  "credentialData":"{\\"hashIterations\\":3,\\"algorithm\\":\\"argon2\\",\\"additionalParameters\\":{\\"memory\\":[\\"1073741824\\"],\\"type\\":[\\"id\\"],\\"version\\":[\\"1.3\\"],\\"parallelism\\":[\\"1\\"]}}",
                  "secretData":"{\\"value\\":\\"V95u0RgZtVD2HbwearOvtcNQmDj50X9nNgjmPWP0clU=\\",\\"salt\\":\\"c2l4dGVlbiBieXRlcyBhYg==\\"}"}]},
                {"username":"smew","email":"no address"},
                {"username":"eider","email":"eider@example.org","federatedIdentities":[{"identityProvider":"google","userId":"not ascii \u00fc"}]}]}
              """);
      Tally rehearsed = rehearse(denizen, absurd);

      assertThat(rehearsed.of("passwords", Outcome.FAILED)).isEqualTo(1);
      assertThat(rehearsed.of("identities", Outcome.FAILED)).isEqualTo(1);
      assertThat(rehearsed.of("external logins", Outcome.FAILED)).isEqualTo(1);
      assertThat(String.join("\n", rehearsed.failures()))
          .contains("users[0] (auk)", "keycloak.credential_data", "users[1] (smew)", "email")
          .doesNotContain("V95u0Rg");
      assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events")).isZero();
      Tally done = load(denizen, absurd);
      assertThat(done.summary()).isEqualTo(rehearsed.summary());
    }
  }

  @Test
  void whoOnlyHasTheSameHandleIsSomebodyElse(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      load(denizen, HARBOUR);
      Path other =
          Files.writeString(
              dir.resolve("other.json"),
              """
              {"realm":"other","users":[{"id":"2","username":"tern","email":"x@example.org"},
               {"id":"1","username":"gannet","email":"another@example.org",
                "credentials":[{"type":"password","value":"a stolen lamp"}]}]}""");
      Tally tally = load(denizen, other);

      assertThat(tally.of("identities", Outcome.FAILED)).isEqualTo(1);
      assertThat(tally.of("identities", Outcome.CREATED)).isEqualTo(1);
      assertThat(tally.failures().toString()).contains("users[1] (gannet)", "another address");
      assertThat(bySlug(denizen.caller(), "gannet").getEmail())
          .isEqualTo("Petra.Gannet@example.org");
    }
  }

  @Test
  void whoNeverProvedAnAddressGetsNothingOfWhoeverHasIt(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      Identity auk = Some.person(denizen.caller());
      Path other =
          Files.writeString(
              dir.resolve("other.json"),
              """
              {"realm":"other","users":[{"id":"1","username":"skua","email":"%s","emailVerified":false,
                "federatedIdentities":[{"identityProvider":"google","userId":"skua"}],
                "credentials":[{"type":"password","value":"a stolen lamp"}]}]}"""
                  .formatted(auk.getEmail()));

      for (Tally tally : List.of(rehearse(denizen, other), load(denizen, other))) {
        assertThat(tally.of("identities", Outcome.FAILED)).isEqualTo(1);
        assertThat(String.join("\n", tally.failures()))
            .contains("users[0] (skua)", auk.getName(), "no proof");
      }
      for (String table : List.of("credentials", "external_logins", "preferences", "memberships")) {
        assertThat(denizen.sql().number("SELECT count(*) FROM denizen." + table))
            .as(table)
            .isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "\"realm\"",
        "{}",
        "{\"foo\":1}",
        "[1]",
        "[{\"foo\":1}]",
        "{\"realm\":\"r\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"},{\"usern",
        "{\"realm\":\"r\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"}]} {}",
        "{\"realm\":\"r\",\"realm\":\"s\",\"users\":[]}",
        "{\"realm\":\"r\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"}],\"x\":MARKED}"
      })
  void whatIsNoExportIsRefusedBeforeAnythingIsWritten(String json, @TempDir Path dir)
      throws Exception {
    try (TestDenizen denizen = denizen()) {
      Path file = Files.writeString(dir.resolve("realm.json"), json);

      assertThatThrownBy(() -> load(denizen, file))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("realm.json")
          .hasMessageNotContaining("MARKED");
      assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events")).isZero();
    }
  }

  private TestDenizen denizen() {
    return TestDenizen.onFreshDatabase(postgresql, 10);
  }
}
