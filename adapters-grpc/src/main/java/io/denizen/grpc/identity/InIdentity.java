package io.denizen.grpc.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.grpc.shared.ResourceIds;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A resource and the identity that it is of. */
public record InIdentity<I>(IdentityId identityId, I id) {

  /** Both ids in {@code identities/{uuid}/collection/{uuid}}. */
  public static <I> InIdentity<I> read(String collection, String name, Function<UUID, I> id) {
    ResourceIds.Nested ids = ResourceIds.nested("identities", collection, name);
    return new InIdentity<>(new IdentityId(ids.parent()), id.apply(ids.id()));
  }

  /** The id in {@code identities/{uuid}}. */
  public static IdentityId identity(String name) {
    return new IdentityId(ResourceIds.in("identities", name));
  }

  /**
   * What was named where only what is of one identity may be.
   *
   * @param identity null if the request does not say whose, which is its own fault
   */
  public I of(@Nullable IdentityId identity) {
    if (identity != null && !identity.equals(identityId)) {
      throw new InvalidValue("must be of the same identity").asException();
    }
    return id;
  }
}
