package io.denizen.it.access;

import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.shared.CallerScope;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.TestDenizen;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.server.database.Login;
import io.denizen.server.telemetry.Telemetry;
import io.denizen.testkit.shared.Ports;
import io.opentelemetry.api.metrics.MeterProvider;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/**
 * All histories in one database, so that they share it as callers do. Nobody sweeps: that would be
 * by another clock.
 */
@EndToEnd
final class PostgresAccessIT extends AccessHistories {
  private static final int POOL_SIZE = 10;

  private final TestDenizen denizen;
  private final PostgresPersistence persistence;

  PostgresAccessIT(PostgresServer postgresql) {
    denizen =
        TestDenizen.onFreshDatabase(
            postgresql, POOL_SIZE, Telemetry.NONE, SessionPolicy.STANDARD, Duration.ofDays(1));
    Login app = denizen.sqlAsApp().login();
    persistence =
        PostgresPersistence.open(
            new PostgresPersistence.Settings(
                app.jdbcUrl(),
                Objects.requireNonNull(app.user()),
                Objects.requireNonNull(app.password()),
                POOL_SIZE),
            CallerScope.NONE,
            MeterProvider.noop().get("test"));
  }

  @AfterEach
  void close() {
    persistence.close();
    denizen.close();
  }

  @Override
  Ports open() {
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
}
