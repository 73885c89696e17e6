package io.denizen.grpc.shared;

import io.denizen.domain.shared.InvalidValue;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A resource and the one that it is in (AIP-122). */
public record Nested<P, I>(P parent, I id) {

  /**
   * Both ids in {@code parents/{uuid}/collection/{uuid}}. What is no such name is refused with
   * {@link InvalidValue}.
   */
  public static <P, I> Nested<P, I> read(
      String parents,
      Function<UUID, P> parent,
      String collection,
      Function<UUID, I> id,
      String name) {
    ResourceIds.Pair ids = ResourceIds.nested(parents, collection, name);
    return new Nested<>(parent.apply(ids.parent()), id.apply(ids.id()));
  }

  /**
   * What was named where only what is in one parent may be.
   *
   * @param expected null if the request does not say which, which is its own fault
   */
  public I in(@Nullable P expected) {
    if (expected != null && !expected.equals(parent)) {
      throw new InvalidValue("must be inside of the parent that the request names").asException();
    }
    return id;
  }
}
