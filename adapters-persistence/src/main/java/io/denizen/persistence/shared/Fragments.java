package io.denizen.persistence.shared;

/** Holds, in its XML file, the SQL fragments that every room's statements include. */
public interface Fragments {}
