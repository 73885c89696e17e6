package io.denizen.domain.shared;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares images. */
public final class Images {

  /** What every change changes. */
  public static final Set<String> ALWAYS = Set.of("update_time", "version");

  private Images() {}

  /** The names of the fields that differ. */
  public static Set<String> differing(Document before, Document after) {
    Set<String> names = new TreeSet<>(before.fields().keySet());
    names.addAll(after.fields().keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return names;
  }
}
