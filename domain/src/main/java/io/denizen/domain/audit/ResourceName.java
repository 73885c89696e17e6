package io.denizen.domain.audit;

import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.InvalidValue;
import java.util.UUID;

/**
 * Names a resource as its API does (AIP-122), Denizen's ({@code identities/…}) or another service's
 * ({@code payments/123}): 1 to 500 visible ASCII characters.
 */
public record ResourceName(String value) {

  public ResourceName {
    if (!Ascii.isVisible(value, 500)) {
      throw new InvalidValue("must be a resource name of 1 to 500 visible ASCII characters")
          .asException();
    }
  }

  /**
   * The id at the end of one of Denizen's own names.
   *
   * @throws IllegalArgumentException if there is none
   */
  public UUID id() {
    return UUID.fromString(value.substring(value.lastIndexOf('/') + 1));
  }

  /**
   * The resource that one of Denizen's own is in: {@code applications/…} of {@code
   * applications/…/teams/…}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ResourceName parent() {
    int collection = value.lastIndexOf('/', value.lastIndexOf('/') - 1);
    if (collection < 0) {
      throw new IllegalArgumentException("this resource is in no other");
    }
    return new ResourceName(value.substring(0, collection));
  }

  /**
   * The resource that one of Denizen's own singletons (AIP-156) is of: {@code identities/…} of
   * {@code identities/…/profile}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ResourceName owner() {
    int singleton = value.lastIndexOf('/');
    if (singleton < 0) {
      throw new IllegalArgumentException("this resource is of no other");
    }
    return new ResourceName(value.substring(0, singleton));
  }

  @Override
  public String toString() {
    return value;
  }
}
