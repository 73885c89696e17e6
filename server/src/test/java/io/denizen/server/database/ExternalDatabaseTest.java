package io.denizen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.session.SessionPolicy;
import io.denizen.server.Build;
import io.denizen.server.DenizenServer;
import io.denizen.server.PasswordSettings;
import io.denizen.server.Ports;
import io.denizen.server.StartFailure;
import io.denizen.server.embedded.EmbeddedDatabase;
import io.denizen.server.endpoint.ListenAddress;
import io.denizen.server.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded PostgreSQL plays the one that somebody else runs. */
class ExternalDatabaseTest {
  @TempDir private static Path temporary;
  private static EmbeddedDatabase theirs;

  @BeforeAll
  static void start() {
    theirs =
        EmbeddedDatabase.start(
            temporary, Path.of("target", "postgresql"), Build.current().postgresql(), 10);
  }

  @AfterAll
  static void stop() {
    theirs.close();
  }

  @Test
  void isMigratedByItsOwnerAndServedAsTheApp() {
    Login owner = theirs.owner();
    String password = AppPassword.derivedFrom(String.valueOf(owner.password()));
    Database database =
        new ExternalDatabase(owner, new Login(owner.jdbcUrl(), "denizen_app", password));

    try (DenizenServer server = server(true)) {
      assertThat(server.start(() -> database).getPort()).isPositive();
    }
    // Whoever comes next needs no owner any more.
    try (DenizenServer server = server(false)) {
      assertThat(server.start(() -> database).getPort()).isPositive();
    }
  }

  @Test
  void isRefusedWithoutMigrationWhereTheAppCannotLogIn() {
    Login owner = theirs.owner();
    Database database =
        new ExternalDatabase(owner, new Login(owner.jdbcUrl(), "denizen_app", "wrong"));

    try (DenizenServer server = server(false)) {
      assertThatThrownBy(() -> server.start(() -> database))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("password authentication failed for user \"denizen_app\"");
    }
  }

  private static DenizenServer server(boolean migrate) {
    ListenAddress listen = ListenAddress.of("127.0.0.1", Ports.free());
    return new DenizenServer(
        new DenizenServer.Settings(
            listen,
            4,
            Duration.ofSeconds(1),
            migrate,
            SessionPolicy.STANDARD,
            PasswordSettings.DEFAULT,
            Duration.ofMinutes(1)),
        () -> Telemetry.NONE);
  }
}
