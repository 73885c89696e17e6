package io.denizen.domain.identity;

/** The preferences of all identities, for reading. */
public interface StoredPreferences extends SingletonParts<Preferences> {}
