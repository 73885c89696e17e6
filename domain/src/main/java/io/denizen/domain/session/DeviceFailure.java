package io.denizen.domain.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about a device was refused. */
public sealed interface DeviceFailure extends Failure {

  /** There is no such device of the identity, or it was forgotten. */
  record NotFound(IdentityId identityId, DeviceId id) implements DeviceFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "DEVICE_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no device " + Device.name(identityId, id) + ", or it was forgotten.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Device.name(identityId, id).value());
    }
  }

  /**
   * Somebody signed in from the same new device at the same moment. Use cases try again and find
   * it; callers see this only if that fails time and again.
   */
  record Met() implements DeviceFailure {
    @Override
    public Kind kind() {
      return Kind.ABORTED;
    }

    @Override
    public String reason() {
      return "STALE_VERSION";
    }

    @Override
    public String message() {
      return "Somebody signed in from this device at the same moment. Try again.";
    }
  }
}
