package io.denizen.domain.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The devices, for reading. Deleted ones are left out unless a method says that it includes them. A
 * device of another identity than the one that is asked for is not found.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Devices extends IdentityParts<Device> {

  CompletionStage<Optional<Device>> byId(IdentityId identityId, DeviceId id);

  /** The one that a client calls so. */
  CompletionStage<Optional<Device>> byClientId(IdentityId identityId, ClientDeviceId clientId);

  /** How many of an identity there are; counts no further than the limit. */
  CompletionStage<Integer> count(IdentityId identityId, int limit);

  CompletionStage<Page<Device>> list(DeviceQuery query, PageRequest page);
}
