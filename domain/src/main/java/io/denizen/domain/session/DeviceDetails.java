package io.denizen.domain.session;

import io.denizen.domain.shared.DisplayName;

/**
 * What a client says about the device that it runs on.
 *
 * @param clientId unique among the live devices of an identity
 */
public record DeviceDetails(ClientDeviceId clientId, DisplayName displayName, DeviceType type) {}
