package io.denizen.it.harness;

import io.denizen.server.database.Login;
import java.util.Optional;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Stock PostgreSQL in a container, for machines with Docker. */
record ContainerServer(PostgreSQLContainer container) implements PostgresServer {
  private static final String IMAGE = "postgres:18-alpine";

  static ContainerServer start() {
    DockerImageName image =
        DockerImageName.parse(System.getProperty("denizen.it.image", IMAGE))
            .asCompatibleSubstituteFor("postgres");
    PostgreSQLContainer container =
        new PostgreSQLContainer(image).withCommand("postgres", "-c", "max_connections=220");
    container.start();
    return new ContainerServer(container);
  }

  @Override
  public Login admin() {
    return new Login(container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  /** A container that is started again listens on another port. */
  @Override
  public Optional<Outage> outage() {
    return Optional.empty();
  }

  @Override
  public Optional<Outage> hang() {
    return Optional.empty();
  }

  @Override
  public void close() {
    container.stop();
  }
}
