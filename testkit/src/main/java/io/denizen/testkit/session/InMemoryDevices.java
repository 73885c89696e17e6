package io.denizen.testkit.session;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.Devices;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The devices of a {@link Store}. */
public final class InMemoryDevices implements Devices {

  private final Store store;
  private final Table<Device> table;

  public InMemoryDevices(Store store, Table<Device> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for devices. */
  public static Table<Device> table(Table<Identity> identities) {
    return new Table<>(
            Device.class,
            List.of(
                new UniqueKey<>(
                    device -> List.of(device.identityId(), device.details().clientId()),
                    new DeviceFailure.Met())))
        .needing(identities, device -> Identity.name(device.identityId()));
  }

  @Override
  public CompletionStage<Optional<Device>> byId(IdentityId identityId, DeviceId id) {
    return store.alone(
        () -> table.findLive(id).filter(device -> device.identityId().equals(identityId)));
  }

  @Override
  public CompletionStage<Optional<Device>> byClientId(
      IdentityId identityId, ClientDeviceId clientId) {
    return store.alone(
        () ->
            of(table.live(), identityId)
                .filter(device -> device.details().clientId().equals(clientId))
                .findFirst());
  }

  @Override
  public CompletionStage<List<Device>> ofIdentity(IdentityId identityId) {
    return store.alone(() -> of(table.live(), identityId).toList());
  }

  @Override
  public CompletionStage<Integer> count(IdentityId identityId, int limit) {
    return store.alone(() -> (int) of(table.live(), identityId).limit(limit).count());
  }

  @Override
  public CompletionStage<List<Device>> restorable(ChangeSetId deletion) {
    return store.alone(
        () ->
            table.all().filter(device -> deletion.equals(device.lifecycle().deletion())).toList());
  }

  @Override
  public CompletionStage<Page<Device>> list(DeviceQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                of(query.includingDeleted() ? table.all() : table.live(), query.identityId()),
                DeviceQuery::cursor,
                Listing.BY_TEXT,
                query.descending(),
                page));
  }

  private static Stream<Device> of(Stream<Device> devices, IdentityId identityId) {
    return devices.filter(device -> device.identityId().equals(identityId));
  }
}
