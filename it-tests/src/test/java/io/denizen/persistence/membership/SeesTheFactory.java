package io.denizen.persistence.membership;

/** Breaks the rule that a room does not know what puts the rooms together. */
final class SeesTheFactory {
  static final Class<?> SEEN = io.denizen.persistence.PostgresPersistence.class;

  private SeesTheFactory() {}
}
