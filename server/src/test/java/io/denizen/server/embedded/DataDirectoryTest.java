package io.denizen.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.server.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path temporary;

  @Test
  void isReadableByItsOwnerAloneWithAllItsSecrets() throws Exception {
    Path path = temporary.resolve("a/b");
    try (DataDirectory directory = DataDirectory.open(path, 18)) {
      assertThat(directory.secret("owner")).hasSize(32).isEqualTo(directory.secret("owner"));
      assertThat(directory.secret("app")).isNotEqualTo(directory.secret("owner"));
    }
    assertThat(permissions(path)).isEqualTo("rwx------");
    assertThat(permissions(path.resolve("owner.password"))).isEqualTo("rw-------");
    assertThat(permissions(path.resolve("denizen.properties"))).isEqualTo("rw-------");
  }

  @Test
  void takesAnEmptyDirectoryAndClosesItToOthers() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    DataDirectory.open(temporary, 18).close();
    assertThat(permissions(temporary)).isEqualTo("rwx------");
  }

  @Test
  void remembersItsPort() {
    try (DataDirectory directory = DataDirectory.open(temporary, 18)) {
      assertThat(directory.port()).isZero();
      directory.rememberPort(20_001);
    }
    try (DataDirectory directory = DataDirectory.open(temporary, 18)) {
      assertThat(directory.port()).isEqualTo(20_001);
    }
  }

  @Test
  void servesOneAtATime() {
    try (DataDirectory first = DataDirectory.open(temporary, 18)) {
      assertThat(first.path()).isEqualTo(temporary);
      assertThatThrownBy(() -> DataDirectory.open(temporary, 18))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("another Denizen is running on " + temporary);
    }
    DataDirectory.open(temporary, 18).close();
  }

  @Test
  void refusesTheDataOfAnotherPostgresqlMajorVersion() {
    DataDirectory.open(temporary, 17).close();
    assertThatThrownBy(() -> DataDirectory.open(temporary, 18))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("brings 18")
        .hasMessageContaining("pg_dump");
    // The refusal has let go of the lock.
    DataDirectory.open(temporary, 17).close();
  }

  @Test
  void refusesWhatIsNoDirectoryOrCannotBeOne() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.open(file, 18))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("is not a directory");
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("below"), 18))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot use the data directory");
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
