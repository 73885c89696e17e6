package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import io.denizen.server.importer.LineSource.Sink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Translates a realm: into an application, and its users one by one. */
final class RealmLines {

  private final Realm realm;
  private final Users users;
  private final @Nullable String application;
  private final Roles roles;
  private final Groups groups;
  private final Organizations organizations;
  private final UserLines userLines;
  private final Map<String, String> places = new HashMap<>();

  RealmLines(Realm realm, Users users, Names applications, Leftovers leftovers) {
    this.realm = realm;
    this.users = users;
    this.application = realm.name() == null ? null : applications.slug(realm.name());
    String in = application == null ? "" : application;
    this.roles = new Roles(in, leftovers);
    this.groups = new Groups(in, roles, leftovers);
    this.organizations = new Organizations(applications, leftovers);
    this.userLines = new UserLines(leftovers);
  }

  /** What the users of all realms have in common: no two are the same identity. */
  static final class Users {
    private final Map<String, String> emails = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();
  }

  /** Everything but the users. */
  void tell(Sink sink) throws InterruptedException {
    if (application == null || realm.name() == null) {
      return;
    }
    String prefix = realm.sections().getFirst().prefix();
    sink.line(
        prefix + "realm (" + Leftovers.shortened(realm.name()) + ")",
        new Line.Application(application, displayName(application, realm.name()), null));
    roles.declare(realm, sink);
    groups.declare(realm, sink);
    organizations.declare(realm, sink);
  }

  /**
   * One user.
   *
   * @param at where it stands, such as {@code users[17]}
   */
  void tell(String at, JsonNode node, Sink sink) throws InterruptedException {
    String place = at;
    try {
      Entry user = Entry.of("", node);
      String username = UserLines.username(user);
      if (username == null) {
        throw new MalformedEntry("", "has no username");
      }
      place += " (" + Leftovers.shortened(username) + ")";
      tell(place, user, username, sink);
    } catch (MalformedEntry malformed) {
      sink.fail("identities", place, malformed.why());
    }
  }

  /** What can only be told once all users have been. */
  void tellRest(Sink sink) throws InterruptedException {
    organizations.tellMembers(this::key, sink);
  }

  private void tell(String place, Entry user, String username, Sink sink)
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
    sink.line(place, alone(identity, place));
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

  /** Refuses a user who would be the same identity as an earlier one. */
  private Line.User alone(Line.User user, String place) {
    String same = places.putIfAbsent(user.key(), place);
    if (same != null) {
      throw new MalformedEntry("", "has the user name of " + same);
    }
    if (user.email() != null) {
      String owner = users.emails.putIfAbsent(UserLines.key(user.email()), place);
      if (owner != null) {
        throw new MalformedEntry("", "has the email address of " + owner);
      }
    }
    if (user.slug() != null && !users.slugs.add(user.slug())) {
      throw new MalformedEntry("", "has the user name of a user of another realm");
    }
    return user;
  }

  private Line membership(String key, @Nullable String team, @Nullable List<String> roles) {
    String in = application == null ? "" : application;
    return roles == null
        ? new Line.Belonging(key, in, team)
        : new Line.Membership(key, in, team, roles);
  }

  /** Null if all that is told is the slug: a file with users only renames no realm. */
  private @Nullable String displayName(String slug, String name) {
    String told = realm.displayName();
    if (told != null) {
      return told.strip();
    }
    return slug.equals(name) ? null : name;
  }

  /** By what lines refer to a user of this realm. */
  private String key(String username) {
    String name = UserLines.key(username);
    return realm.name() == null ? name : name + " of realm " + realm.name();
  }
}
