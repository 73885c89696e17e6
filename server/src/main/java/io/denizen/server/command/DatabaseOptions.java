package io.denizen.server.command;

import io.denizen.migrations.Migrations;
import io.denizen.server.Build;
import io.denizen.server.database.AppPassword;
import io.denizen.server.database.Database;
import io.denizen.server.database.DatabaseUrl;
import io.denizen.server.database.ExternalDatabase;
import io.denizen.server.database.Login;
import io.denizen.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database: one of Denizen's own unless a URL names another. */
final class DatabaseOptions {
  private static final String OWNER_PASSWORD = "DENIZEN_OWNER_PASSWORD";
  private static final String APP_PASSWORD = "DENIZEN_APP_PASSWORD";

  /** Variables that no option stands for: what is typed as an option, others on the machine see. */
  static final Set<String> SECRETS = Set.of(OWNER_PASSWORD, APP_PASSWORD);

  private final Map<String, String> environment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = {
        "Where the embedded PostgreSQL keeps its data; used when no --database-url is given.",
        "Default: where the system keeps data of the user's, such as ~/.local/share/denizen."
      })
  private @Nullable Path dataDirectory;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "A PostgreSQL (15 or later) to use instead of the embedded one, with the role that owns the"
            + " schema: postgresql://owner@host:5432/database, or the same for JDBC.",
        "A password belongs into the variable, never into the option."
      })
  private @Nullable String url;

  @Option(
      names = "--owner-user",
      paramLabel = "ROLE",
      description = "The role that owns the schema and migrates, if the URL does not name it.")
  private @Nullable String ownerUser;

  @Option(
      names = "--owner-password-file",
      paramLabel = "FILE",
      description = "Holds the owner's password. Or give it in DENIZEN_OWNER_PASSWORD.")
  private @Nullable Path ownerPasswordFile;

  @Option(
      names = "--app-password-file",
      paramLabel = "FILE",
      description = {
        "Holds the password of denizen_app, the role that serves. Or give it in"
            + " DENIZEN_APP_PASSWORD.",
        "Without either it is derived from the owner's password."
      })
  private @Nullable Path appPasswordFile;

  DatabaseOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * What opens the database.
   *
   * @param poolSize how many connections will be opened
   * @throws ParameterException when the options make no sense together
   */
  Supplier<Database> opening(int poolSize) {
    String given = url;
    if (given == null) {
      Path directory = dataDirectory == null ? DataHome.directory(environment) : dataDirectory;
      String version = Build.current().postgresql();
      return () -> EmbeddedDatabase.start(directory, directory, version, poolSize);
    }
    Database external = external(given);
    return () -> external;
  }

  private Database external(String given) {
    DatabaseUrl parsed;
    try {
      parsed = DatabaseUrl.parse(given);
    } catch (IllegalArgumentException e) {
      throw wrong("the database URL cannot be read; " + e.getMessage());
    }
    if (parsed.password() != null
        && spec.commandLine().getParseResult().hasMatchedOption("--database-url")) {
      throw wrong(
          "others on this machine can read a password given as an option;"
              + " use DENIZEN_DATABASE_URL or DENIZEN_OWNER_PASSWORD");
    }
    String user = ownerUser == null ? parsed.user() : ownerUser;
    String ownerPassword = firstOf(secret(OWNER_PASSWORD, ownerPasswordFile), parsed.password());
    String appPassword = secret(APP_PASSWORD, appPasswordFile);
    if (appPassword == null) {
      if (ownerPassword == null) {
        throw wrong(
            "the password of denizen_app, the role that serves, is missing; give DENIZEN_APP_PASSWORD"
                + " or --app-password-file (or the owner's password, to derive it from)");
      }
      appPassword = AppPassword.derivedFrom(ownerPassword);
    }
    return new ExternalDatabase(
        new Login(parsed.jdbcUrl(), user, ownerPassword),
        new Login(parsed.jdbcUrl(), Migrations.APP_ROLE, appPassword));
  }

  private @Nullable String secret(String variable, @Nullable Path file) {
    if (file == null) {
      String value = environment.get(variable);
      return value == null || value.isEmpty() ? null : value;
    }
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw wrong("cannot read the password file " + file);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
