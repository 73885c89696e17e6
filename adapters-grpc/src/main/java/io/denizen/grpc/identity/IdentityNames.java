package io.denizen.grpc.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.grpc.shared.ResourceIds;
import java.util.UUID;
import java.util.function.Function;

/** Reads names of what identities have (AIP-122). */
final class IdentityNames {

  private IdentityNames() {}

  /** Both ids in {@code identities/{uuid}/collection/{uuid}}. */
  static <I> InIdentity<I> inIdentity(String collection, String name, Function<UUID, I> id) {
    ResourceIds.Nested both = ResourceIds.nested("identities", collection, name);
    return new InIdentity<>(new IdentityId(both.parent()), id.apply(both.id()));
  }

  /** A resource and the identity that has it. */
  record InIdentity<I>(IdentityId identityId, I id) {}
}
