package io.denizen.server.importer.keycloak;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one or several files say of a realm, but for its users. */
final class Realm {

  private final @Nullable String name;
  private @Nullable String displayName;
  private final List<Section> sections = new ArrayList<>();

  /** A realm without a name is that of users whose realm nobody has told. */
  Realm(@Nullable String name) {
    this.name = name;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String displayName() {
    return displayName;
  }

  List<Section> sections() {
    return sections;
  }

  void add(Section section) {
    sections.add(section);
    if (section.displayName() != null) {
      displayName = section.displayName();
    }
  }

  /**
   * What one file says.
   *
   * @param prefix before every place in it; may be empty
   */
  record Section(
      String prefix,
      @Nullable String displayName,
      @Nullable Entry roles,
      List<Entry> groups,
      List<Entry> organizations) {}
}
