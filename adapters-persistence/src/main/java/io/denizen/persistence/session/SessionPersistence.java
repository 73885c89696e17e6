package io.denizen.persistence.session;

import io.denizen.domain.session.Activity;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokenHash;
import io.denizen.domain.session.RefreshTokenId;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.TokenSalt;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class SessionPersistence {

  /** Where devices, sessions and refresh tokens are kept. */
  public static final List<Table<?>> TABLES =
      List.of(
          new Table<>(
              Device.class,
              DeviceSql.class,
              Map.of("devices_client_id_live", new DeviceFailure.Met())),
          new Table<>(Session.class, SessionSql.class, Map.of()),
          new Table<>(RefreshToken.class, RefreshTokenSql.class, Map.of()));

  private SessionPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(DeviceId.class, DeviceId::new)
        .id(SessionId.class, SessionId::new)
        .id(RefreshTokenId.class, RefreshTokenId::new)
        .text(ClientDeviceId.class, ClientDeviceId::new, ClientDeviceId::value)
        .value(
            RefreshTokenHash.class,
            byte[].class,
            bytes -> new RefreshTokenHash(HexFormat.of().formatHex(bytes)),
            hash -> HexFormat.of().parseHex(hash.hex()))
        .value(
            TokenSalt.class,
            byte[].class,
            bytes -> new TokenSalt(HexFormat.of().formatHex(bytes)),
            salt -> HexFormat.of().parseHex(salt.hex()))
        .array(byte[][].class, "bytea", Function.<byte[][]>identity(), Function.identity())
        .row(DeviceRow.class)
        .row(SessionRow.class)
        .row(RefreshTokenRow.class)
        .row(PresentedRow.class)
        .sql(DeviceSql.class)
        .sql(SessionSql.class)
        .sql(RefreshTokenSql.class)
        .sql(ActivitySql.class);
  }

  public static Devices devices(Database database) {
    return new MyBatisDevices(database);
  }

  public static io.denizen.domain.session.Sessions sessions(Database database) {
    return new MyBatisSessions(database);
  }

  public static RefreshTokens refreshTokens(Database database) {
    return new MyBatisRefreshTokens(database);
  }

  /** Opens a thread; to be called once. */
  public static Activity activity(Database database) {
    return new PostgresActivity(database);
  }
}
