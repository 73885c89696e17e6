package io.denizen.it.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ought to be there, and nothing of how it is done: maps, and deletions that take along what
 * cannot be without them. Changes are made to it once the system has made them.
 */
final class Model {

  final Map<UUID, Person> people = new LinkedHashMap<>();
  final Map<UUID, App> apps = new LinkedHashMap<>();
  final Map<UUID, Team> teams = new LinkedHashMap<>();
  final Map<UUID, Role> roles = new LinkedHashMap<>();
  final Map<UUID, Member> members = new LinkedHashMap<>();
  final Map<UUID, Assignment> assignments = new LinkedHashMap<>();

  /** Something that can be deleted, and comes back with what was deleted together with it. */
  abstract static class Thing {
    final UUID id;
    @Nullable Object deletion;

    Thing(UUID id) {
      this.id = id;
    }

    boolean isLive() {
      return deletion == null;
    }
  }

  static final class Person extends Thing {
    boolean suspended;

    Person(UUID id) {
      super(id);
    }
  }

  static final class App extends Thing {
    App(UUID id) {
      super(id);
    }
  }

  static final class Team extends Thing {
    final App app;
    @Nullable Team parent;

    Team(UUID id, App app, @Nullable Team parent) {
      super(id);
      this.app = app;
      this.parent = parent;
    }
  }

  static final class Role extends Thing {
    final App app;
    final String slug;
    Set<String> permissions;
    Set<String> includes;
    boolean inherited;

    Role(
        UUID id,
        App app,
        String slug,
        Collection<String> permissions,
        Collection<String> includes,
        boolean inherited) {
      super(id);
      this.app = app;
      this.slug = slug;
      this.permissions = new HashSet<>(permissions);
      this.includes = new HashSet<>(includes);
      this.inherited = inherited;
    }
  }

  static final class Member extends Thing {
    final Person person;
    final App app;
    final @Nullable Team team;
    Set<String> roles;
    String state;
    @Nullable Instant start;
    @Nullable Instant end;

    Member(
        UUID id,
        Person person,
        App app,
        @Nullable Team team,
        Collection<String> roles,
        String state) {
      super(id);
      this.person = person;
      this.app = app;
      this.team = team;
      this.roles = new HashSet<>(roles);
      this.state = state;
    }
  }

  /** Of a role of the system. */
  static final class Assignment extends Thing {
    final Person person;
    final String role;

    Assignment(UUID id, Person person, String role) {
      super(id);
      this.person = person;
      this.role = role;
    }
  }

  void delete(Person person) {
    delete(
        person,
        live(members).filter(member -> member.person == person),
        live(assignments).filter(assignment -> assignment.person == person));
  }

  void undelete(Person person) {
    undelete(person, assignments.values().stream());
  }

  void delete(App app) {
    delete(
        app,
        live(teams).filter(team -> team.app == app),
        live(roles).filter(role -> role.app == app),
        live(members).filter(member -> member.app == app));
  }

  void undelete(App app) {
    undelete(app, Stream.concat(teams.values().stream(), roles.values().stream()));
  }

  void delete(Team team) {
    delete(
        team,
        live(teams).filter(inner -> isInside(inner, team)),
        live(members).filter(member -> member.team != null && isInside(member.team, team)));
  }

  void undelete(Team team) {
    undelete(team, teams.values().stream());
  }

  /** Who held it does so no more, not even if it comes back. */
  void delete(Role role) {
    live(members)
        .filter(member -> member.app == role.app)
        .forEach(member -> member.roles.remove(role.slug));
    live(roles)
        .filter(other -> other.app == role.app)
        .forEach(other -> other.includes.remove(role.slug));
    role.deletion = new Object();
  }

  void undelete(Role role) {
    role.deletion = null;
    role.includes.removeIf(slug -> role(role.app, slug) == null);
  }

  void delete(Assignment assignment) {
    assignment.deletion = new Object();
  }

  void delete(Member member) {
    member.deletion = new Object();
  }

  void undelete(Member member) {
    member.deletion = null;
    keepLiveRoles(member);
  }

  /** Whoever was there before is over, and goes. */
  void makeRoom(Member next, Instant now) {
    live(members)
        .filter(member -> member != next && member.person == next.person)
        .filter(member -> member.app == next.app && member.team == next.team)
        .forEach(
            member -> {
              if (member.end == null || member.end.isAfter(now)) {
                throw new AssertionError("another one is there, and not over: " + member.id);
              }
              delete(member);
            });
  }

  /** Whether the team is the other one, or inside it, however deep. */
  static boolean isInside(@Nullable Team team, Team outer) {
    return team != null && (team == outer || isInside(team.parent, outer));
  }

  @Nullable Role role(App app, String slug) {
    return live(roles)
        .filter(role -> role.app == app && role.slug.equals(slug))
        .findFirst()
        .orElse(null);
  }

  static <T extends Thing> void put(Map<UUID, T> things, T thing) {
    things.put(thing.id, thing);
  }

  /** What must be there, deleted or not. */
  static <T extends Thing> T get(Map<UUID, T> things, UUID id) {
    return Objects.requireNonNull(things.get(id), () -> "nobody knows of " + id);
  }

  static <T extends Thing> Stream<T> live(Map<UUID, T> things) {
    return new ArrayList<>(things.values()).stream().filter(Thing::isLive);
  }

  @SafeVarargs
  private static void delete(Thing first, Stream<? extends Thing>... along) {
    Object deletion = new Object();
    List<Thing> going = new ArrayList<>(List.of(first));
    for (Stream<? extends Thing> some : along) {
      some.forEach(going::add);
    }
    going.forEach(thing -> thing.deletion = deletion);
  }

  /** With the others that went with it, and the memberships of what is then there. */
  private void undelete(Thing first, Stream<? extends Thing> others) {
    Object deletion = first.deletion;
    Predicate<Thing> went = thing -> Objects.equals(thing.deletion, deletion);
    List<Thing> coming = new ArrayList<>(others.filter(went).toList());
    first.deletion = null;
    coming.forEach(thing -> thing.deletion = null);
    members.values().stream()
        .filter(went)
        .filter(member -> member.person.isLive() && member.app.isLive())
        .filter(member -> member.team == null || member.team.isLive())
        .forEach(this::undelete);
  }

  private void keepLiveRoles(Member member) {
    member.roles.removeIf(slug -> role(member.app, slug) == null);
  }
}
