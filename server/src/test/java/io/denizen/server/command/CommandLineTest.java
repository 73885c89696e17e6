package io.denizen.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysItsVersionAndWhatItRunsOn() {
    assertThat(run(Map.of(), "version")).isZero();
    assertThat(out.toString())
        .startsWith("denizen ")
        .contains("Java " + Runtime.version())
        .containsPattern("PostgreSQL 1[78]\\.\\d+\\.\\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "migrate"})
  void namesTheVariableBehindEveryOption(String command) {
    assertThat(run(Map.of(), command, "--help")).isZero();
    assertThat(out.toString())
        .contains("--data-dir", "or DENIZEN_DATA_DIR")
        .contains("--database-url", "or DENIZEN_DATABASE_URL")
        .contains("or DENIZEN_OWNER_PASSWORD_FILE", "DENIZEN_APP_PASSWORD.")
        .contains("or DENIZEN_LOG_FORMAT")
        .doesNotContain("DENIZEN_HELP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void listensNowhereOthersCanReach(String address) {
    assertThat(run(Map.of(), "serve", "--host", address)).isEqualTo(2);
    assertThat(complaint())
        .contains(address, "neither TLS nor caller authentication", "loopback", "127.0.0.1");
  }

  @Test
  void takesOptionsFromTheEnvironmentAndSaysSoWhenTheyAreWrong() {
    assertThat(run(Map.of("DENIZEN_PORT", "many"), "serve")).isEqualTo(2);
    assertThat(complaint()).contains("--port", "many", "(from DENIZEN_PORT)");
  }

  @Test
  void importsSeveralFilesOnlyOfKeycloak() {
    assertThat(run(Map.of(), "import", "a.ndjson", "b.ndjson")).isEqualTo(2);
    assertThat(complaint()).contains("only one FILE", "ndjson");
  }

  @Test
  void importsNoFormatThatItDoesNotKnow() {
    assertThat(run(Map.of(), "import", "--format", "ldif", "a.ldif")).isEqualTo(2);
    assertThat(complaint()).contains("--format", "ldif");
  }

  @Test
  void prefersAnOptionToItsVariable() {
    Map<String, String> environment = Map.of("DENIZEN_PORT", "many");

    assertThat(run(environment, "serve", "--port", "70000")).isEqualTo(2);
    assertThat(complaint()).contains("70000").doesNotContain("many");
  }

  @Test
  void countsAnEmptyVariableAsNotSet() {
    Map<String, String> environment = Map.of("DENIZEN_PORT", "", "DENIZEN_POOL_SIZE", "0");

    assertThat(run(environment, "serve")).isEqualTo(2);
    assertThat(complaint()).contains("the pool needs 4 to 1000 connections");
  }

  @Test
  void refusesPasswordOptionsThatWouldProtectNobodyOrTheServerFromEverybody() {
    assertThat(run(Map.of(), "serve", "--argon2-memory", "1000")).isEqualTo(2);
    assertThat(run(Map.of(), "serve", "--argon2-iterations", "0")).isEqualTo(2);
    assertThat(run(Map.of("DENIZEN_PASSWORD_ATTEMPTS", "0"), "serve")).isEqualTo(2);
    assertThat(run(Map.of(), "serve", "--password-lock", "100000")).isEqualTo(2);
    assertThat(run(Map.of(), "serve", "--known-passwords", "no-such-file")).isEqualTo(2);

    assertThat(err.toString().lines())
        .satisfiesExactly(
            memory -> assertThat(memory).contains("1 to 256 MiB, not 1000"),
            iterations -> assertThat(iterations).contains("cannot be hashed so"),
            attempts -> assertThat(attempts).contains("1 to 1000 wrong passwords"),
            lock -> assertThat(lock).contains("1 to 86400 seconds"),
            list -> assertThat(list).contains("no-such-file"));
  }

  @Test
  void answersAMistypedOptionInOneLine() {
    assertThat(run(Map.of(), "serve", "--prot")).isEqualTo(2);
    assertThat(complaint()).contains("--prot", "see denizen serve --help");
  }

  @Test
  void needsACommand() {
    assertThat(run(Map.of())).isEqualTo(2);
    assertThat(complaint()).contains("a command is missing");
  }

  @Test
  void refusesAPasswordThatOthersCouldReadInTheListOfProcesses() {
    assertThat(run(Map.of(), "migrate", "--database-url", "postgresql://o:geheim@127.0.0.1/d"))
        .isEqualTo(2);
    assertThat(complaint()).contains("DENIZEN_DATABASE_URL").doesNotContain("geheim");
  }

  @Test
  void asksForThePasswordThatServesWhereItCannotBeDerived() {
    assertThat(run(Map.of("DENIZEN_DATABASE_URL", "postgresql://o@127.0.0.1/d"), "migrate"))
        .isEqualTo(2);
    assertThat(complaint()).contains("DENIZEN_APP_PASSWORD");
  }

  @Test
  void saysInOneLineThatTheDatabaseIsNotThere() {
    Map<String, String> environment =
        Map.of(
            "DENIZEN_DATABASE_URL",
            "postgresql://127.0.0.1:1/d",
            "DENIZEN_OWNER_USER",
            "o",
            "DENIZEN_OWNER_PASSWORD",
            "geheim");

    assertThat(run(environment, "migrate")).isEqualTo(1);
    assertThat(complaint()).contains("127.0.0.1:1").doesNotContain("geheim");
  }

  @Test
  void leavesADirectoryAloneThatBelongsToSomethingElse(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("thesis.txt"), "chapter one");

    assertThat(run(Map.of("DENIZEN_DATA_DIR", directory.toString()), "migrate")).isEqualTo(1);
    assertThat(complaint()).contains(directory.toString(), "no data of Denizen's", "--data-dir");
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new DenizenCommandLine(environment)
        .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
        .run(arguments);
  }

  private String complaint() {
    assertThat(err.toString().lines()).hasSize(1);
    return err.toString();
  }
}
