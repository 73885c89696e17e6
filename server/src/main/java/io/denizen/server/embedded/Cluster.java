package io.denizen.server.embedded;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/** The files of one PostgreSQL database cluster: made once by {@code initdb}, then configured. */
final class Cluster {
  /** The role that owns the cluster and everything in it. */
  static final String OWNER = "denizen_owner";

  private static final Pattern FAILURE = Pattern.compile("(?:error|FATAL): +(.*)");
  private static final String SETTINGS = "denizen.conf";

  private final Path path;

  private Cluster(Path path) {
    this.path = path;
  }

  /**
   * The cluster in a data directory, made if this is its first start.
   *
   * @param ownerPassword given to {@link #OWNER} when the cluster is made
   * @throws StartFailure when {@code initdb} fails
   */
  static Cluster in(DataDirectory directory, PostgresBinaries binaries, String ownerPassword) {
    Path path = directory.path().resolve("data");
    try {
      if (!Files.exists(path)) {
        create(directory.path(), path, binaries, ownerPassword);
      }
    } catch (IOException e) {
      throw DataDirectory.unusable(directory.path(), e);
    }
    return new Cluster(path);
  }

  Path path() {
    return path;
  }

  Path pidFile() {
    return path.resolve("postmaster.pid");
  }

  /**
   * Settings of ours, read after {@code postgresql.conf} and so stronger than it. The log has
   * neither failed statements nor the DETAIL of errors: both may hold personal values.
   */
  void configure(int port, int maxConnections) throws IOException {
    PrivateFiles.write(
        path.resolve(SETTINGS),
        """
        # Written by Denizen at every start. Settings of your own go into postgresql.conf.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = %d
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_min_messages = log
        log_error_verbosity = terse
        log_checkpoints = off
        """
            .formatted(port, maxConnections));
  }

  /**
   * Made beside its final place and then renamed, so that a killed initdb is not taken for a
   * cluster.
   */
  private static void create(
      Path directory, Path path, PostgresBinaries binaries, String ownerPassword)
      throws IOException {
    Path fresh = directory.resolve("data.new");
    Path passwordFile = directory.resolve("initdb.password");
    PrivateFiles.delete(fresh);
    PrivateFiles.write(passwordFile, ownerPassword + "\n");
    PostgresBinaries.Outcome initdb =
        binaries.run(
            "initdb",
            List.of(
                "--pgdata=" + fresh,
                "--username=" + OWNER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order everywhere, whatever the machine's C library thinks today.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    Files.delete(passwordFile);
    if (initdb.failed()) {
      throw new StartFailure(
          "cannot make a database in " + directory + ": " + reason(initdb.printed()));
    }
    Files.writeString(
        fresh.resolve("postgresql.conf"),
        "\ninclude = '" + SETTINGS + "'\n",
        StandardOpenOption.APPEND);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String reason(String printed) {
    if (printed.contains("cannot be run as root")) {
      return "PostgreSQL does not run as root, and `unshare -U` is not allowed here;"
          + " start Denizen as another user, or give a database with DENIZEN_DATABASE_URL";
    }
    return FAILURE
        .matcher(printed)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElse(printed.lines().reduce("initdb failed", (before, last) -> last));
  }
}
