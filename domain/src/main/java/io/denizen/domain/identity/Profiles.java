package io.denizen.domain.identity;

/** The profiles, for reading. */
public interface Profiles extends SingletonParts<Profile> {}
