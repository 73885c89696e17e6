package io.denizen.persistence;

import io.denizen.domain.shared.CallerScope;
import io.denizen.testkit.shared.Ports;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.postgresql.ds.PGSimpleDataSource;

/** One migrated PostgreSQL for all tests of a run, with the ports open on it. */
public final class TestDatabase implements BeforeAllCallback {

  private static volatile @Nullable Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(TestDatabase.class))
        .computeIfAbsent("running", key -> Running.start(), Running.class);
  }

  public static Ports ports() {
    PostgresPersistence persistence = persistence();
    return new Ports(
        persistence.identities(),
        persistence.externalLogins(),
        persistence.profiles(),
        persistence.preferences(),
        persistence.roleAssignments(),
        persistence.applications(),
        persistence.teams(),
        persistence.roles(),
        persistence.systemRoles(),
        persistence.owners(),
        persistence.memberships(),
        persistence.standings(),
        persistence.invitations(),
        persistence.devices(),
        persistence.sessions(),
        persistence.refreshTokens(),
        persistence.activity(),
        persistence.credentials(),
        persistence.verificationTokens(),
        persistence.auditEvents(),
        persistence.requests(),
        persistence.journal(),
        persistence.ids());
  }

  public static PostgresPersistence persistence() {
    return running().persistence;
  }

  /** MyBatis as it is configured for service; every call makes it anew. */
  public static Configuration configuration() {
    return PostgresPersistence.sessions(new PGSimpleDataSource()).build().getConfiguration();
  }

  public static TestServer server() {
    return running().server;
  }

  private static Running running() {
    Running started = running;
    if (started == null) {
      throw new IllegalStateException("the test class is not extended with TestDatabase");
    }
    return started;
  }

  private record Running(TestServer server, PostgresPersistence persistence)
      implements AutoCloseable {

    static Running start() {
      TestServer server = new TestServer("shared");
      Running started =
          new Running(
              server, PostgresPersistence.open(server.settings(8), CallerScope.NONE, Meters.NONE));
      running = started;
      return started;
    }

    @Override
    public void close() {
      persistence.close();
      server.close();
    }
  }
}
