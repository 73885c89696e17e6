package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import io.denizen.server.importer.LineSource.Sink;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Translates a realm: into an application, and its users one by one. */
final class RealmLines {

  private final @Nullable String name;
  private final SeenUsers seen;
  private final @Nullable String application;
  private final Roles roles;
  private final Groups groups;
  private final Organizations organizations;
  private final UserLines userLines;

  /**
   * Translates one realm.
   *
   * @param name null if it is not told
   * @param seen those of all realms: no two are the same identity
   */
  RealmLines(
      @Nullable String name,
      SeenUsers seen,
      Names applications,
      Names providers,
      Leftovers leftovers) {
    this.name = name;
    this.seen = seen;
    this.application = name == null ? null : applications.slug(name);
    String in = application == null ? "" : application;
    this.roles = new Roles(in, leftovers);
    this.groups = new Groups(in, roles, leftovers);
    this.organizations = new Organizations(applications, leftovers);
    this.userLines = new UserLines(providers, leftovers);
  }

  /** Everything but the users. */
  void tell(Realm realm, Sink sink) throws InterruptedException {
    if (application == null || realm.name() == null) {
      return;
    }
    String prefix = realm.sections().getFirst().prefix();
    sink.line(
        prefix + "realm (" + Leftovers.shortened(realm.name()) + ")",
        new Line.Application(application, displayName(realm, application, realm.name()), null));
    roles.declare(realm, sink);
    groups.declare(realm, sink);
    organizations.declare(realm, sink);
  }

  /**
   * One user.
   *
   * @param list where it stands with others, such as {@code users}
   */
  void tell(String list, int index, JsonNode node, Sink sink) throws InterruptedException {
    String place = list + "[" + index + "]";
    try {
      Entry user = Entry.of("", node);
      String username = UserLines.username(user);
      if (username == null) {
        throw new MalformedEntry("", "has no username");
      }
      place += " (" + Leftovers.shortened(username) + ")";
      tell(place, user, username, line -> seen.see(line, list, index), sink);
    } catch (MalformedEntry malformed) {
      sink.fail("identities", place, malformed.why());
    }
  }

  /** What can only be told once all users have been. */
  void tellRest(Sink sink) throws InterruptedException {
    organizations.tellMembers(this::key, sink);
  }

  private void tell(String place, Entry user, String username, Consumer<Line.User> alone, Sink sink)
      throws InterruptedException {
    String key = key(username);
    // All of it before any of it: what cannot be read to its end is not brought over by half.
    Line.User identity = userLines.user(user, key, username);
    List<Line> parts = userLines.parts(user, key, username, place);
    List<String> ofRealm = roles.of(user);
    List<String> paths = user.texts("groups");
    if (application == null && (ofRealm != null || !paths.isEmpty())) {
      throw new MalformedEntry("", "has roles or groups, but its realm is not told");
    }
    userLines.tellRest(user, place);
    alone.accept(identity);
    sink.line(place, identity);
    for (Line part : parts) {
      sink.line(place, part);
    }
    if (application != null) {
      sink.line(place, membership(key, null, ofRealm));
      for (String path : paths) {
        String team = groups.team(path, place, sink);
        sink.line(place, membership(key, team, groups.roles(path, place, sink)));
      }
    }
  }

  private Line membership(String key, @Nullable String team, @Nullable List<String> roles) {
    String in = application == null ? "" : application;
    return roles == null
        ? new Line.Belonging(key, in, team)
        : new Line.Membership(key, in, team, roles);
  }

  /** Null if all that is told is the slug: a file with users only renames no realm. */
  private static @Nullable String displayName(Realm realm, String slug, String name) {
    String told = realm.displayName();
    if (told != null) {
      return told.strip();
    }
    return slug.equals(name) ? null : name;
  }

  /** By what lines refer to a user of this realm. */
  private String key(String username) {
    String user = UserLines.key(username);
    return name == null ? user : user + " of realm " + name;
  }
}
