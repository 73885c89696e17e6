package io.denizen.domain.session;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;

/** Why something about a device was refused. */
public sealed interface DeviceFailure extends Failure {

  /** There is no such device of the identity, or it was forgotten. */
  record NotFound(IdentityId identityId, DeviceId id) implements DeviceFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "DEVICE_NOT_FOUND",
              "There is no device " + Device.name(identityId, id) + ", or it was forgotten.")
          .with("resource", Device.name(identityId, id));
    }
  }

  /** The identity has as many devices as it may have. */
  record TooMany(IdentityId identityId) implements DeviceFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.LIMIT_REACHED,
              "TOO_MANY_DEVICES",
              "%s has %,d devices, which is the limit. Forget some first."
                  .formatted(Identity.name(identityId), SessionPolicy.MAX_DEVICES))
          .with("resource", Identity.name(identityId));
    }
  }

  /**
   * Somebody signed in from the same new device at the same moment. Use cases try again and find
   * it; callers see this only if that fails time and again.
   */
  record Met() implements DeviceFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ABORTED,
          "STALE_VERSION",
          "Somebody signed in from this device at the same moment. Try again.");
    }
  }
}
