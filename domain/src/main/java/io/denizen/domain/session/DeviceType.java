package io.denizen.domain.session;

/** What a device looks like to its owner. */
public enum DeviceType {
  DESKTOP,
  PHONE,
  TABLET,
  /** A television, a car, a program; or nobody said. */
  OTHER
}
