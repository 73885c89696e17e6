package io.denizen.persistence.identity;

/** Breaks the rule that an adapter is used through its factory alone. */
public final class NeedlesslyPublic {
  private NeedlesslyPublic() {}
}
