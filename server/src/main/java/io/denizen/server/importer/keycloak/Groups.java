package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import io.denizen.server.importer.LineSource.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups of a realm as teams of an application. Their slugs are their paths. */
final class Groups {

  private static final String WHAT = "groups[]";

  private final String application;
  private final Names names;
  private final Roles roles;
  private final Leftovers leftovers;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  Groups(String application, Roles roles, Leftovers leftovers) {
    this.application = application;
    this.names = new Names(WHAT, leftovers);
    this.roles = roles;
    this.leftovers = leftovers;
  }

  /**
   * A group as a team.
   *
   * @param roles what its members have there, that of the groups above it included; null if nothing
   *     is said of them
   */
  record Group(
      String place,
      String path,
      String name,
      @Nullable String description,
      @Nullable String parentPath,
      @Nullable List<String> roles) {}

  /** Takes what the realm says of its groups. */
  void declare(Realm realm, Sink sink) throws InterruptedException {
    for (Realm.Section section : realm.sections()) {
      section.groups().forEach(group -> read(section.prefix(), group, null, sink));
    }
    names.claim(groups.keySet());
    for (Group group : groups.values()) {
      tell(group, sink);
    }
  }

  /** The slug of the team that a path leads to. One that the realm did not declare is made. */
  String team(String path, String place, Sink sink) throws InterruptedException {
    return names.slug(group(path, place, sink).path());
  }

  /** What the members of a group have there; null if nothing is said of it. */
  @Nullable List<String> roles(String path, String place, Sink sink) throws InterruptedException {
    return group(path, place, sink).roles();
  }

  private Group group(String path, String place, Sink sink) throws InterruptedException {
    String key = path.startsWith("/") ? path.substring(1) : path;
    Group known = groups.get(key);
    if (known != null) {
      return known;
    }
    int last = lastSlash(key);
    String parentPath = last < 0 ? null : group(key.substring(0, last), place, sink).path();
    Group made =
        new Group(place, key, key.substring(last + 1).replace("~/", "/"), null, parentPath, null);
    groups.put(key, made);
    tell(made, sink);
    return made;
  }

  private void tell(Group group, Sink sink) throws InterruptedException {
    sink.line(
        group.place(),
        new Line.Team(
            application,
            names.slug(group.path()),
            group.name(),
            group.description(),
            group.parentPath() == null ? null : names.slug(group.parentPath())));
  }

  private void read(String prefix, Entry entry, @Nullable Group parent, Sink sink) {
    String place = prefix + entry.path();
    try {
      String name = entry.text("name");
      if (name == null) {
        throw new MalformedEntry("", "has no name");
      }
      // As Keycloak writes a path: a slash in a name is no step in it.
      String step = name.replace("/", "~/");
      String path = parent == null ? step : parent.path() + "/" + step;
      place += " (" + Leftovers.shortened(path) + ")";
      Group group =
          new Group(
              place,
              path,
              name.strip(),
              entry.text("description"),
              parent == null ? null : parent.path(),
              joined(parent == null ? null : parent.roles(), roles.of(entry)));
      if (groups.putIfAbsent(path, group) != null) {
        throw new MalformedEntry("", "is there already");
      }
      List<Entry> inside = entry.entries("subGroups");
      entry.ignore("id", "path", "parentId", "subGroupCount", "access");
      leftovers.rest(WHAT, place, entry);
      inside.forEach(sub -> read(prefix, sub, group, sink));
    } catch (MalformedEntry malformed) {
      sink.fail("teams", place, malformed.why());
    }
  }

  private static @Nullable List<String> joined(
      @Nullable List<String> above, @Nullable List<String> own) {
    if (above == null || own == null) {
      return above == null ? own : above;
    }
    Set<String> both = new LinkedHashSet<>(above);
    both.addAll(own);
    return new ArrayList<>(both);
  }

  /** Of a path; -1 if it has one step. */
  private static int lastSlash(String path) {
    for (int i = path.length() - 1; i > 0; i--) {
      if (path.charAt(i) == '/' && path.charAt(i - 1) != '~') {
        return i;
      }
    }
    return -1;
  }
}
