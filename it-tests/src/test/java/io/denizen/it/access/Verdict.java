package io.denizen.it.access;

import io.denizen.it.access.Model.App;
import io.denizen.it.access.Model.Member;
import io.denizen.it.access.Model.Person;
import io.denizen.it.access.Model.Role;
import io.denizen.it.access.Model.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the model makes of a question: the rules of AccessService read aloud, one after another,
 * without a thought for how long it takes.
 */
final class Verdict {

  private final Model model;
  private final Instant now;

  Verdict(Model model, Instant now) {
    this.model = model;
    this.now = now;
  }

  String reason(
      @Nullable Person person,
      @Nullable App app,
      boolean asksForTeam,
      @Nullable Team team,
      String permission) {
    if (person == null || !person.isLive()) {
      return "IDENTITY_NOT_FOUND";
    }
    if (person.suspended) {
      return "IDENTITY_SUSPENDED";
    }
    if (app == null || !app.isLive()) {
      return "APPLICATION_NOT_FOUND";
    }
    if (asksForTeam && (team == null || !team.isLive() || team.app != app)) {
      return "TEAM_NOT_FOUND";
    }
    if (!ways(person, app, team, permission).isEmpty()) {
      return "GRANTED";
    }
    List<Member> there = Model.live(model.members).filter(m -> is(m, person, app)).toList();
    if (there.isEmpty()) {
      return "NOT_A_MEMBER";
    }
    return there.stream().anyMatch(m -> !isOn(m) && !waysOf(m, team, permission).isEmpty())
        ? "MEMBERSHIP_NOT_ACTIVE"
        : "PERMISSION_NOT_GRANTED";
  }

  /** Each way by which someone may do something: the membership and the role. */
  Set<String> ways(Person person, App app, @Nullable Team team, String permission) {
    Set<String> ways = new TreeSet<>();
    Model.live(model.members)
        .filter(member -> is(member, person, app) && isOn(member))
        .forEach(member -> ways.addAll(waysOf(member, team, permission)));
    administration(person).ifPresent(ways::add);
    return ways;
  }

  /** Each pattern that someone has somewhere, with each way to it. */
  Set<String> everything(Person person, App app, @Nullable Team team) {
    Set<String> everything = new TreeSet<>();
    administration(person).ifPresent(way -> everything.add("* " + way + " roles/admin"));
    Model.live(model.members)
        .filter(member -> is(member, person, app) && isOn(member))
        .forEach(
            member ->
                reaching(member, team)
                    .forEach(
                        role ->
                            withIncluded(role)
                                .forEach(
                                    source ->
                                        source.permissions.forEach(
                                            pattern ->
                                                everything.add(
                                                    "%s %s roles/%s roles/%s"
                                                        .formatted(
                                                            pattern, member.id, role.id,
                                                            source.id))))));
    return everything;
  }

  /** Each membership by which someone may do something, with the role. */
  Set<String> members(App app, @Nullable Team team, String permission) {
    Set<String> ways = new TreeSet<>();
    Model.live(model.members)
        .filter(member -> member.app == app && isOn(member))
        .filter(member -> member.person.isLive() && !member.person.suspended)
        .forEach(member -> ways.addAll(waysOf(member, team, permission)));
    return ways;
  }

  /** Each membership in effect, with the application. */
  Set<String> belongings(Person person) {
    Set<String> belongings = new TreeSet<>();
    if (person.isLive() && !person.suspended) {
      Model.live(model.members)
          .filter(member -> member.person == person && isOn(member))
          .forEach(member -> belongings.add(member.app.id + " " + member.id));
    }
    return belongings;
  }

  /** Whether a pattern covers a permission, word by word. */
  static boolean covers(String pattern, String permission) {
    List<String> words = List.of(permission.split("\\.", -1));
    List<String> wanted = new ArrayList<>(List.of(pattern.split("\\.", -1)));
    if (!wanted.getLast().equals("*")) {
      return wanted.equals(words);
    }
    wanted.removeLast();
    return words.size() > wanted.size() && words.subList(0, wanted.size()).equals(wanted);
  }

  /** The one role of the system that permits anything, and permits everything. */
  private Optional<String> administration(Person person) {
    return Model.live(model.assignments)
        .filter(assignment -> assignment.person == person && assignment.role.equals("admin"))
        .map(assignment -> assignment.id + " roles/admin")
        .findFirst();
  }

  private Set<String> waysOf(Member member, @Nullable Team team, String permission) {
    Set<String> ways = new TreeSet<>();
    reaching(member, team)
        .filter(
            role ->
                withIncluded(role).stream()
                    .flatMap(source -> source.permissions.stream())
                    .anyMatch(pattern -> covers(pattern, permission)))
        .forEach(role -> ways.add(member.id + " roles/" + role.id));
    return ways;
  }

  private Stream<Role> reaching(Member member, @Nullable Team team) {
    return member.roles.stream()
        .flatMap(slug -> Stream.ofNullable(model.role(member.app, slug)))
        .filter(
            role ->
                member.team == null
                    || member.team == team
                    || (role.inherited && Model.isInside(team, member.team)));
  }

  private Set<Role> withIncluded(Role role) {
    Set<Role> all = new LinkedHashSet<>();
    include(role, all);
    return all;
  }

  private void include(Role role, Set<Role> all) {
    if (all.add(role)) {
      for (String slug : role.includes) {
        Role included = model.role(role.app, slug);
        if (included != null) {
          include(included, all);
        }
      }
    }
  }

  private boolean isOn(Member member) {
    return member.state.equals("ACTIVE")
        && (member.start == null || !now.isBefore(member.start))
        && (member.end == null || now.isBefore(member.end));
  }

  private static boolean is(Member member, Person person, App app) {
    return member.person == person && member.app == app;
  }
}
