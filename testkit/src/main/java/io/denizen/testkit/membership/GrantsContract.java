package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.GrantableRoles;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleUses;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the journal promises about who has which role, whatever was decided on whichever reading: a
 * live membership never has a role that is not there, and no role ever includes itself.
 */
public abstract class GrantsContract extends MembershipPortContract {

  private static final int ROUNDS = 25;
  private static final RoleUses UNUSED = new RoleUses(List.of(), List.of());

  @Test
  void refusesARoleThatIsNotThere() {
    Application application = application();
    Role gone = deleted(role(application.id(), "gone"));
    role(application().id(), "elsewhere");
    Identity person = person();

    for (String missing : List.of(gone.slug().value(), "elsewhere", "never")) {
      assertThat(
              refused(
                  occasion -> Decision.of(joined(person, application, null, occasion, missing))))
          .isInstanceOf(StaleVersion.class);
    }
    assertThat(answer(ports().memberships().ofIdentity(person.id(), 1))).isEmpty();
  }

  @Test
  void refusesToIncludeARoleThatIsNotThere() {
    Application application = application();
    Role gone = role(application.id(), "gone");
    Role other = role(application.id(), "other");
    List<Role> reachable = List.of(gone);
    deleted(gone);

    assertThat(
            refused(
                occasion ->
                    Role.create(
                        fixtures().roleId(),
                        application.id(),
                        new Slug("new"),
                        fixtures().roleDetails().withIncludes(slugs("gone")),
                        reachable,
                        occasion)))
        .isInstanceOf(StaleVersion.class);
    assertThat(
            refused(
                occasion ->
                    other.update(other.details().withIncludes(slugs("gone")), reachable, occasion)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void refusesToDeleteARoleThatSomebodyHasOrIncludes() {
    Application application = application();
    Role held = role(application.id(), "held");
    Role included = role(application.id(), "included");
    role(application.id(), "outer", "included");
    membership(person(), application, null, "held");

    for (Role role : List.of(held, included)) {
      assertThat(refused(occasion -> role.delete(UNUSED, false, occasion)))
          .isEqualTo(new StaleVersion(role.name()));
      assertThat(eventsOf(role.name())).hasSize(1);
    }
  }

  @Test
  void letsARoleGoWithTheGrantsItIsTakenFromInTheSameSet() {
    Application application = application();
    Membership holder = membership(person(), application, null, "gone", "kept");
    Role gone = answer(ports().roles().bySlugs(application.id(), slugs("gone"))).getFirst();
    Role outer = role(application.id(), "outer", "gone", "kept");

    Role deleted =
        decided(
            occasion -> gone.delete(new RoleUses(List.of(holder), List.of(outer)), true, occasion));

    assertThat(rolesOf(holder)).isEqualTo(slugs("kept"));
    assertThat(
            answer(ports().roles().byId(application.id(), outer.id()))
                .map(role -> role.details().includes()))
        .contains(slugs("kept"));
    assertThat(eventsOf(holder.name())).hasSize(2);
    assertThat(eventsOf(outer.name())).hasSize(2);
    decided(occasion -> deleted.undelete(List.of(), occasion));
    assertThat(rolesOf(holder)).isEqualTo(slugs("kept"));
  }

  @Test
  void letsARoleGoThatOnlyTheDeletedHave() {
    Application application = application();
    Membership left = committed(membership(person(), application, null, "admin")::delete);
    Role admin = answer(ports().roles().bySlugs(application.id(), slugs("admin"))).getFirst();
    deleted(role(application.id(), "outer", "admin"));
    deleted(admin);

    assertThat(
            refused(
                occasion ->
                    Decision.of(left.undelete(GrantableRoles.of(List.of(admin)), occasion))))
        .isInstanceOf(StaleVersion.class);
    assertThat(committed(occasion -> left.undelete(NO_ROLES, occasion)).roles().slugs()).isEmpty();
  }

  @Test
  void neverLeavesALiveMembershipWithADeletedRole() {
    Application application = application();
    for (int round = 0; round < ROUNDS; round++) {
      Role role = role(application.id(), "role-" + round);
      Membership member = membership(person(), application, null);
      Identity newcomer = person();
      String slug = role.slug().value();

      List<Failure> refusals =
          Together.refusals(
              3,
              number -> {
                Occasion occasion = fixtures().occasion();
                return commit(
                    switch (number) {
                      case 0 -> role.delete(UNUSED, false, occasion);
                      case 1 -> Decision.of(joined(newcomer, application, null, occasion, slug));
                      default -> granted(member, occasion, slug);
                    },
                    occasion);
              });

      assertThat(refusals).isNotEmpty().hasOnlyElementsOfType(StaleVersion.class);
      List<Membership> holders =
          answer(ports().memberships().withRole(application.id(), role.slug(), 10));
      boolean live = answer(ports().roles().byId(application.id(), role.id())).isPresent();
      assertThat(refusals).hasSize(live ? 1 : 2);
      assertThat(holders).hasSize(live ? 2 : 0);
      assertThat(eventsOf(role.name())).hasSize(live ? 1 : 2);
      assertThat(eventsOf(member.name())).hasSize(live ? 2 : 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void neverMakesARingOfRolesThatIncludeEachOther(int length) {
    Application application = application();
    for (int round = 0; round < ROUNDS; round++) {
      List<Role> ring = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        ring.add(role(application.id(), "r" + round + "-" + length + "-" + i));
      }

      List<Failure> refusals =
          Together.refusals(
              length,
              number -> {
                Occasion occasion = fixtures().occasion();
                Role next = ring.get((number + 1) % length);
                Role role = ring.get(number);
                return commit(
                    role.update(
                        role.details().withIncludes(List.of(next.slug())), List.of(next), occasion),
                    occasion);
              });

      assertThat(refusals).isNotEmpty().hasOnlyElementsOfType(StaleVersion.class);
      for (Role role : ring) {
        List<Slug> includes =
            answer(ports().roles().byId(application.id(), role.id()))
                .orElseThrow()
                .details()
                .includes();
        Set<Slug> reached =
            answer(ports().roles().reachable(application.id(), includes)).stream()
                .map(Role::slug)
                .collect(Collectors.toSet());
        assertThat(reached).doesNotContain(role.slug());
      }
    }
  }

  private List<Slug> rolesOf(Membership membership) {
    return answer(ports().memberships().byId(membership.applicationId(), membership.id()))
        .orElseThrow()
        .roles()
        .slugs();
  }
}
