package io.denizen.testkit.session;

import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Session;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notes at once. */
public final class InMemoryActivity implements Activity {

  private final Store store;
  private final Table<Identity> identities;
  private final Table<ExternalLogin> externalLogins;
  private final Table<Device> devices;
  private final Table<Session> sessions;

  public InMemoryActivity(
      Store store,
      Table<Identity> identities,
      Table<ExternalLogin> externalLogins,
      Table<Device> devices,
      Table<Session> sessions) {
    this.store = store;
    this.identities = identities;
    this.externalLogins = externalLogins;
    this.devices = devices;
    this.sessions = sessions;
  }

  @Override
  public void signedIn(Session session, @Nullable ExternalLoginId externalLogin) {
    Instant time = session.lifecycle().createTime();
    store.alone(
        () -> {
          device(session, time);
          identities.note(session.identityId(), identity -> signedIn(identity, time));
          if (externalLogin != null) {
            externalLogins.note(externalLogin, login -> usedAt(login, time));
          }
          return true;
        });
  }

  @Override
  public void used(Session session, Instant time) {
    store.alone(
        () -> {
          device(session, time);
          sessions.note(
              session.id(), row -> isNews(row.lastActiveTime(), time) ? row.usedAt(time) : row);
          return true;
        });
  }

  private void device(Session session, Instant time) {
    DeviceId id = session.deviceId();
    if (id != null) {
      devices.note(id, row -> isNews(row.lastActiveTime(), time) ? row.usedAt(time) : row);
    }
  }

  private static Identity signedIn(Identity identity, Instant time) {
    return new Identity(
        identity.id(),
        identity.kind(),
        identity.details(),
        identity.state(),
        identity.emailVerified(),
        time,
        identity.lifecycle());
  }

  private static ExternalLogin usedAt(ExternalLogin login, Instant time) {
    return new ExternalLogin(
        login.id(),
        login.identityId(),
        login.account(),
        login.email(),
        login.displayName(),
        time,
        login.lifecycle());
  }

  private static boolean isNews(Instant noted, Instant time) {
    return !noted.isAfter(time.minus(PRECISION));
  }
}
