package io.denizen.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the stamp covers: a file that it missed would be a change that never arrives. */
class ChangelogFilesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  @Test
  void areAllTheFilesThereAre() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      List<String> there =
          files
              .filter(Files::isRegularFile)
              .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(ChangelogFiles.all().keySet()).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void haveTheSameDigestEachTime() {
    assertThat(ChangelogFiles.digest()).matches("[0-9a-f]{64}").isEqualTo(ChangelogFiles.digest());
  }
}
