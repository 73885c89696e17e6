package io.denizen.domain.session;

import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.InvalidValue;

/**
 * How a client calls the device that it runs on, the same each time: 1 to 200 visible ASCII
 * characters. It is no proof of anything.
 */
public record ClientDeviceId(String value) {

  public ClientDeviceId {
    if (!Ascii.isVisible(value, 200)) {
      throw new InvalidValue("must be 1 to 200 visible ASCII characters").asException();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
