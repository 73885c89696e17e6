package io.denizen.it.harness;

import io.denizen.server.database.DatabaseUrl;
import io.denizen.server.database.Login;
import java.util.Optional;

/** A server that somebody else runs. */
record GivenServer(Login admin) implements PostgresServer {
  GivenServer(String url) {
    this(login(DatabaseUrl.parse(url)));
  }

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
    // It was there before.
  }

  private static Login login(DatabaseUrl url) {
    return new Login(
        url.jdbcUrl(),
        System.getProperty("denizen.it.user", url.user()),
        System.getProperty("denizen.it.password", url.password()));
  }
}
