package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.Devices;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class MyBatisDevices implements Devices {

  private final Database database;
  private final RowReader<DeviceSql, DeviceRow, Device> read;
  private final Lookup<DeviceId, Device> byId;

  MyBatisDevices(Database database) {
    this.database = database;
    this.read = new RowReader<>(database, DeviceSql.class, DeviceRow::toDevice);
    this.byId = read.lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), Device::id);
  }

  @Override
  public CompletionStage<Optional<Device>> byId(IdentityId identityId, DeviceId id) {
    return byId.one(id)
        .thenApply(found -> found.filter(device -> device.identityId().equals(identityId)));
  }

  @Override
  public CompletionStage<Optional<Device>> byClientId(
      IdentityId identityId, ClientDeviceId clientId) {
    return read.many(sql -> sql.byClientId(identityId, clientId))
        .thenApply(found -> found.stream().findFirst());
  }

  @Override
  public CompletionStage<List<Device>> ofIdentity(IdentityId identityId) {
    return read.many(sql -> sql.ofIdentity(identityId));
  }

  @Override
  public CompletionStage<Integer> count(IdentityId identityId, int limit) {
    return database.read(session -> session.getMapper(DeviceSql.class).count(identityId, limit));
  }

  @Override
  public CompletionStage<List<Device>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<Page<Device>> list(DeviceQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, DeviceQuery::cursor));
  }
}
