package io.denizen.server.embedded;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one directory in which an embedded database lives, held by one server at a time.
 *
 * <p>The lock belongs to the process, so {@code kill -9} frees it. A file {@code
 * denizen.properties} marks the directory as ours; without it only an empty directory is accepted.
 */
final class DataDirectory implements AutoCloseable {
  private static final String MARKER = "denizen.properties";
  private static final String LOCK = "denizen.lock";
  private static final String LAYOUT = "1";

  private final Path path;
  private final int postgresqlMajor;
  private final FileChannel lock;
  private final Properties marker = new Properties();

  private DataDirectory(Path path, int postgresqlMajor, FileChannel lock) {
    this.path = path;
    this.postgresqlMajor = postgresqlMajor;
    this.lock = lock;
  }

  /**
   * Takes a directory for this process, making it where there is none.
   *
   * @throws StartFailure when it belongs to something else, to another PostgreSQL major version, to
   *     a server that runs, or cannot be written
   */
  static DataDirectory open(Path given, int postgresqlMajor) {
    Path path = given.toAbsolutePath().normalize();
    try {
      refuseForeign(path);
      PrivateFiles.directory(path);
      DataDirectory directory = new DataDirectory(path, postgresqlMajor, lock(path));
      try {
        directory.readOrWriteMarker();
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
      return directory;
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  Path path() {
    return path;
  }

  /** The port its PostgreSQL listened on last, or 0. */
  int port() {
    return Integer.parseInt(marker.getProperty("port", "0"));
  }

  void rememberPort(int port) {
    marker.setProperty("port", Integer.toString(port));
    try {
      writeMarker();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** A random password kept here under a name, made when it is first asked for. */
  String secret(String name) {
    Path file = path.resolve(name + ".password");
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      PrivateFiles.write(file, secret + "\n");
      return secret;
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  static StartFailure unusable(Path path, IOException e) {
    return new StartFailure(
        "cannot use the data directory " + path + ": " + PrivateFiles.reason(e), e);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    if (!Files.exists(path) || Files.exists(path.resolve(MARKER))) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new StartFailure(path + " is not a directory; give another --data-dir");
    }
    // What a first start may leave behind when it is killed before the marker is written.
    Set<String> ours = Set.of(LOCK, MARKER + ".new");
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.anyMatch(entry -> !ours.contains(String.valueOf(entry.getFileName())))) {
        throw new StartFailure(
            path
                + " is not empty and holds no data of Denizen's, so it is left alone;"
                + " give another --data-dir");
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (held == null) {
      channel.close();
      throw new StartFailure(
          "another Denizen is running on " + path + "; stop it first, or give another --data-dir");
    }
    return channel;
  }

  private void readOrWriteMarker() throws IOException {
    Path file = path.resolve(MARKER);
    if (!Files.exists(file)) {
      marker.setProperty("layout", LAYOUT);
      marker.setProperty("postgresql", Integer.toString(postgresqlMajor));
      writeMarker();
      return;
    }
    marker.load(new StringReader(Files.readString(file)));
    if (!LAYOUT.equals(marker.getProperty("layout"))) {
      throw new StartFailure(
          path + " was written by a version of Denizen that this one cannot read");
    }
    String major = marker.getProperty("postgresql", "unknown");
    if (!major.equals(Integer.toString(postgresqlMajor))) {
      throw new StartFailure(
          "%s holds a database of PostgreSQL %s, and this Denizen brings %d; move the data with pg_dump"
                  .formatted(path, major, postgresqlMajor)
              + " and psql, or give another --data-dir");
    }
  }

  private void writeMarker() throws IOException {
    StringWriter text = new StringWriter();
    text.write("# A database of Denizen's lives here. Leave these files to it.\n");
    for (String key : List.of("layout", "postgresql", "port")) {
      String value = marker.getProperty(key);
      if (value != null) {
        text.write(key + "=" + value + "\n");
      }
    }
    PrivateFiles.write(path.resolve(MARKER), text.toString());
  }
}
