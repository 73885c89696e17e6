package io.denizen.benchmarks.pgbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgbenchProgramTest {
  @TempDir private Path directory;

  @Test
  void findsItOnThePath() throws IOException {
    Path found = program(directory.resolve("second"));

    assertThat(
            PgbenchProgram.find(
                directory.resolve("first") + File.pathSeparator + found.getParent(), directory))
        .contains(found);
  }

  @Test
  void findsItWhereDebianHidesIt() throws IOException {
    Path found = program(directory.resolve("15/bin"));

    assertThat(PgbenchProgram.find("/nowhere", directory)).contains(found);
  }

  @Test
  void knowsThatThereIsNone() {
    assertThat(PgbenchProgram.find("", directory.resolve("absent"))).isEmpty();
  }

  private static Path program(Path directory) throws IOException {
    Path file = Files.createDirectories(directory).resolve("pgbench");
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
