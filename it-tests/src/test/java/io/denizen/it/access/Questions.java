package io.denizen.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.GrantedPermission;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.it.access.Model.App;
import io.denizen.it.access.Model.Member;
import io.denizen.it.access.Model.Person;
import io.denizen.it.access.Model.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the system and the model the same, at random instants. */
final class Questions {
  private static final List<String> PERMISSIONS =
      List.of("a", "a.b", "a.b.c", "a.b.c.d", "a.c", "b.c", "b.c.d", "d", "e", "a-b.c", "a_b");

  private static final int AT_ONCE = 8;
  private static final UUID NOBODY = new UUID(0x7000L, 1);

  private final World world;
  private final Model model;
  private final Chances chances;
  private final Memories memories;

  /** How often each reason was answered. */
  private final Map<String, Integer> reasons;

  Questions(
      World world, Model model, Chances chances, Memories memories, Map<String, Integer> reasons) {
    this.world = world;
    this.model = model;
    this.chances = chances;
    this.memories = memories;
    this.reasons = reasons;
  }

  /** Some questions about single permissions, in one batch. */
  void check() {
    Instant instant = chances.below(3) > 0 ? world.clock.instant() : chances.around();
    Verdict verdict = new Verdict(model, instant);
    List<Asked> asked = Stream.generate(this::question).limit(AT_ONCE).toList();
    List<AccessAnswer> answers =
        world.answerAt(
            instant,
            () -> world.check.checkAll(world.caller, asked.stream().map(Asked::question).toList()));
    for (int i = 0; i < AT_ONCE; i++) {
      check(verdict, asked.get(i), answers.get(i));
      if (instant.equals(world.clock.instant())) {
        memories.keep(asked.get(i).question(), answers.get(i));
      }
    }
  }

  /** One of each list. */
  void list() {
    Instant instant = world.clock.instant();
    Verdict verdict = new Verdict(model, instant);
    Asked asked = question();
    AccessScope scope = asked.question().scope();
    IdentityId identity = asked.question().identityId();
    boolean there =
        Set.of("GRANTED", "NOT_A_MEMBER", "MEMBERSHIP_NOT_ACTIVE", "PERMISSION_NOT_GRANTED")
            .contains(asked.reason(verdict));
    Person person = asked.person();
    App app = asked.app();
    List<String> permissions =
        everything(walk(page -> world.directory.permissions(world.caller, identity, scope, page)));
    memories.keep(identity, scope, permissions);
    assertThat(permissions)
        .as("permissions of %s", asked)
        .containsExactlyInAnyOrderElementsOf(
            there && person != null && app != null
                ? verdict.everything(person, app, asked.team())
                : Set.of());
    assertThat(
            walk(page -> world.directory.applications(world.caller, identity, page)).stream()
                .flatMap(
                    belonging ->
                        belonging.memberships().stream()
                            .map(
                                membership ->
                                    belonging.application().id().value()
                                        + " "
                                        + membership.id().value()))
                .toList())
        .as("applications of %s", asked)
        .containsExactlyInAnyOrderElementsOf(
            person == null ? Set.of() : verdict.belongings(person));
    boolean place = app != null && app.isLive() && (!asked.asksForTeam() || asked.isTeamThere());
    assertThat(
            walk(
                    page ->
                        world.directory.members(
                            world.caller, scope, asked.question().permission(), page))
                .stream()
                .flatMap(access -> access.grants().stream().map(Questions::way))
                .toList())
        .as("members with %s", asked)
        .containsExactlyInAnyOrderElementsOf(
            place && app != null
                ? verdict.members(app, asked.team(), asked.question().permission().value())
                : Set.of());
  }

  private void check(Verdict verdict, Asked asked, AccessAnswer answer) {
    assertThat(answer.reason().name()).as("%s", asked).isEqualTo(asked.reason(verdict));
    reasons.merge(answer.reason().name(), 1, Integer::sum);
    Person person = asked.person();
    App app = asked.app();
    if (answer.isAllowed() && person != null && app != null) {
      String permission = asked.question().permission().value();
      assertThat(answer.grants().stream().map(Questions::way).toList())
          .as("ways of %s", asked)
          .containsExactlyInAnyOrderElementsOf(verdict.ways(person, app, asked.team(), permission));
      Set<String> everything = verdict.everything(person, app, asked.team());
      assertThat(answer.grants())
          .allMatch(grant -> Verdict.covers(grant.permission().value(), permission))
          .allMatch(
              grant ->
                  everything.contains(grant.permission() + " " + way(grant) + " " + source(grant)));
    }
  }

  /** Half of them about what a member may where they belong, or near there. */
  private Asked question() {
    @Nullable Person person = chances.below(20) == 0 ? null : any(model.people);
    @Nullable App app = chances.below(20) == 0 ? null : any(model.apps);
    boolean asksForTeam = chances.even();
    @Nullable Team team = asksForTeam && chances.below(20) > 0 ? any(model.teams) : null;
    @Nullable Member member = any(model.members);
    if (member != null && chances.even()) {
      person = member.person;
      app = member.app;
      if (member.team != null && chances.even()) {
        asksForTeam = true;
        team = member.team;
      }
    } else if (team != null && chances.below(6) > 0) {
      app = team.app;
    }
    return new Asked(
        person,
        app,
        asksForTeam,
        team,
        new AccessQuestion(
            new IdentityId(person == null ? NOBODY : person.id),
            new AccessScope(
                new ApplicationId(app == null ? NOBODY : app.id),
                asksForTeam ? new TeamId(team == null ? NOBODY : team.id) : null),
            new Permission(chances.any(PERMISSIONS))));
  }

  private <T> @Nullable T any(Map<UUID, T> things) {
    return things.isEmpty() ? null : chances.any(things);
  }

  private <T> List<T> walk(Function<PageRequest, CompletionStage<Page<T>>> list) {
    List<T> items = new ArrayList<>();
    @Nullable Cursor after = null;
    do {
      Page<T> page = world.answer(list.apply(new PageRequest(1 + chances.below(4), after)));
      items.addAll(page.items());
      after = page.next();
    } while (after != null);
    return items;
  }

  static String way(Grant grant) {
    return id(grant.membership()) + id(grant.roleAssignment()) + " " + role(grant.role());
  }

  /** Each way by which each is permitted. */
  static List<String> everything(List<GrantedPermission> permissions) {
    return permissions.stream()
        .flatMap(
            granted ->
                granted.grants().stream()
                    .map(grant -> granted.permission() + " " + way(grant) + " " + source(grant)))
        .toList();
  }

  private static String source(Grant grant) {
    ResourceName included = grant.includedRole();
    return role(included == null ? grant.role() : included);
  }

  /** Without the application that it is in. */
  private static String role(ResourceName name) {
    return name.value().substring(name.value().lastIndexOf("roles/"));
  }

  private static String id(@Nullable ResourceName name) {
    return name == null ? "" : name.id().toString();
  }

  /** A question, and what of it there is. */
  private record Asked(
      @Nullable Person person,
      @Nullable App app,
      boolean asksForTeam,
      @Nullable Team team,
      AccessQuestion question) {

    String reason(Verdict verdict) {
      return verdict.reason(person, app, asksForTeam, team, question.permission().value());
    }

    boolean isTeamThere() {
      return team != null && team.isLive() && team.app == app;
    }

    @Override
    public String toString() {
      return question.toString();
    }
  }
}
