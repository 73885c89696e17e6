package io.denizen.benchmarks.pgbench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds pgbench: the embedded PostgreSQL comes without it. */
public final class PgbenchProgram {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private PgbenchProgram() {}

  /**
   * The pgbench of this machine.
   *
   * @param searchPath as in the variable PATH
   * @throws IllegalStateException when there is none; the message says what to install
   */
  public static Path find(String searchPath) {
    return find(searchPath, DEBIAN)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pgbench is needed, and is neither on the PATH nor in "
                        + DEBIAN
                        + "/*/bin. On Debian or Ubuntu: apt-get install postgresql-contrib;"
                        + " elsewhere it comes with PostgreSQL's server or contrib package"));
  }

  static Optional<Path> find(String searchPath, Path versions) {
    List<Path> directories = new ArrayList<>();
    for (String directory : searchPath.split(File.pathSeparator, -1)) {
      directories.add(Path.of(directory));
    }
    if (Files.isDirectory(versions)) {
      try (DirectoryStream<Path> installed = Files.newDirectoryStream(versions)) {
        installed.forEach(version -> directories.add(version.resolve("bin")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return directories.stream()
        .map(directory -> directory.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
