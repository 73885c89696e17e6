package io.denizen.it.harness;

import io.denizen.server.database.Login;
import java.io.IOException;
import java.util.Optional;

/**
 * The PostgreSQL that the tests run on, chosen by system properties:
 *
 * <ul>
 *   <li>{@code denizen.it.url=jdbc:postgresql://…} (with {@code denizen.it.user} and {@code
 *       denizen.it.password}): that one, entered as a role that may create databases and roles;
 *   <li>{@code denizen.it.database=testcontainers}: a container of {@code denizen.it.image};
 *   <li>otherwise an embedded one.
 * </ul>
 */
public interface PostgresServer extends AutoCloseable {

  /** As whom to make databases. */
  Login admin();

  /** How to take it away from its users for a while; empty where it is not ours to stop. */
  Optional<Outage> outage();

  /**
   * How to let it hang for a while, connected but saying nothing; empty where it is not ours to
   * hold.
   */
  Optional<Outage> hang();

  @Override
  void close();

  /** Starts or finds the one that the properties choose. */
  static PostgresServer start() {
    String url = System.getProperty("denizen.it.url", "");
    if (!url.isEmpty()) {
      return new GivenServer(url);
    }
    String kind = System.getProperty("denizen.it.database", "embedded");
    return switch (kind) {
      case "embedded" -> EmbeddedServer.start();
      case "testcontainers" -> ContainerServer.start();
      default ->
          throw new IllegalArgumentException(
              "denizen.it.database is embedded or testcontainers, not " + kind);
    };
  }

  /** A while in which the server does not serve; its data is kept. */
  interface Outage {
    void begin() throws IOException;

    void end() throws IOException;
  }
}
