package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleLifecycleTest {

  private final House house = new House();
  private final Application shop = house.application();
  private final Application other = house.application();
  private final Role reader = house.role(shop, "reader");
  private final Role writer = house.role(shop, "writer", "reader");

  private static List<Slug> slugs(String... slugs) {
    return Stream.of(slugs).map(Slug::new).toList();
  }

  private CompletionStage<Role> create(Application application, String slug, String... includes) {
    RoleDetails details = house.fixtures.roleDetails().withIncludes(slugs(includes));
    return house.roles.create(house.submission, application.id(), new Slug(slug), details);
  }

  private CompletionStage<Role> include(Role role, String... includes) {
    return house.roles.update(
        house.submission,
        shop.id(),
        role.id(),
        null,
        current -> current.details().withIncludes(slugs(includes)));
  }

  private CompletionStage<Role> delete(Role role, boolean force) {
    return house.roles.delete(house.submission, role.applicationId(), role.id(), null, force);
  }

  private CompletionStage<Role> undelete(Role role) {
    return house.roles.undelete(house.submission, role.applicationId(), role.id(), null);
  }

  private Role now(Role role) {
    return answer(house.roleDirectory.get(house.caller, role.applicationId(), role.id(), false));
  }

  private RoleFailure.Unknown unknown(Application application, String slug) {
    return new RoleFailure.Unknown(application.id(), new Slug(slug), "role.includes");
  }

  @Test
  void aRoleNeedsALiveApplication() {
    answer(house.applications.delete(house.submission, other.id(), null, false));

    assertThat(refusal(create(other, "reader")))
        .isEqualTo(new ApplicationFailure.NotFound(other.id()));
  }

  @Test
  void aSlugIsGivenOnceInItsApplicationAndNotFreeWhenItsRoleIsDeleted() {
    assertThat(refusal(create(shop, "reader"))).isEqualTo(new RoleFailure.SlugTaken());
    answer(delete(writer, false));
    assertThat(refusal(create(shop, "writer"))).isEqualTo(new RoleFailure.SlugTaken());
    assertThat(answer(create(other, "reader")).slug()).isEqualTo(reader.slug());
  }

  @Test
  void whatItIncludesIsARoleOfTheSameApplication() {
    assertThat(refusal(create(other, "writer", "reader"))).isEqualTo(unknown(other, "reader"));
    assertThat(refusal(create(shop, "admin", "nobody"))).isEqualTo(unknown(shop, "nobody"));
    assertThat(refusal(include(reader, "nobody"))).isEqualTo(unknown(shop, "nobody"));
    assertThat(answer(create(shop, "admin", "writer")).details().includes())
        .isEqualTo(slugs("writer"));
  }

  @Test
  void aRoleNeverIncludesItself() {
    Role admin = house.role(shop, "admin", "writer");

    for (String above : List.of("reader", "writer", "admin")) {
      assertThat(refusal(include(reader, above)))
          .isEqualTo(new RoleFailure.Cycle(shop.id(), reader.slug()));
    }
    assertThat(refusal(create(other, "self", "self")))
        .isEqualTo(new RoleFailure.Cycle(other.id(), new Slug("self")));
    assertThat(house.historyOf(reader)).containsExactly("created");
    answer(include(admin));
    answer(include(reader, "admin"));
  }

  @Test
  void anEditLeavesOneEventAndOneThatChangesNothingNone() {
    RoleDetails granting =
        reader.details().withPermissions(List.of(new PermissionPattern("invoice.read")));
    for (int times = 0; times < 2; times++) {
      Role edited =
          answer(
              house.roles.update(
                  house.submission, shop.id(), reader.id(), null, current -> granting));
      assertThat(edited.details()).isEqualTo(granting);
    }

    assertThat(house.historyOf(reader)).containsExactly("created", "updated");
  }

  @Test
  void whatIsUsedIsDeletedOnlyByForceAndEachHolderHasAnEvent() {
    Team team = house.team(shop, null);
    Identity ada = house.person();
    Membership direct = house.membership(ada, shop, null, "reader", "writer");
    Membership inTeam = house.membership(ada, shop, team, "reader");

    assertThat(refusal(delete(reader, false)))
        .isEqualTo(new RoleFailure.InUse(shop.id(), reader.id()));
    answer(delete(reader, true));

    assertThat(now(writer).details().includes()).isEmpty();
    assertThat(
            answer(house.membershipDirectory.get(house.caller, shop.id(), direct.id(), false))
                .roles())
        .isEqualTo(RoleSlugs.of("writer"));
    assertThat(house.historyOf(direct)).containsExactly("created", "updated");
    assertThat(house.historyOf(inTeam)).containsExactly("created", "updated");
    assertThat(house.historyOf(writer)).containsExactly("created", "updated");
    assertThat(house.historyOf(reader)).containsExactly("created", "deleted");
  }

  @Test
  void aRoleComesBackWithoutItsHolders() {
    Membership holder = house.membership(house.person(), shop, null, "reader");
    answer(delete(reader, true));

    assertThat(answer(undelete(reader)).details()).isEqualTo(reader.details());

    assertThat(
            answer(house.membershipDirectory.get(house.caller, shop.id(), holder.id(), false))
                .roles())
        .isEqualTo(RoleSlugs.NONE);
    assertThat(refusal(undelete(reader))).isEqualTo(new ResourceFailure.NotDeleted(reader.name()));
  }

  @Test
  void aRoleComesBackWithThoseOfWhatItIncludedThatAreThere() {
    Role admin = answer(create(shop, "admin", "reader", "writer"));
    answer(delete(admin, false));
    answer(delete(writer, false));

    Role back = answer(undelete(admin));

    assertThat(back.details()).isEqualTo(admin.details().withIncludes(slugs("reader")));
    assertThat(house.historyOf(back)).containsExactly("created", "deleted", "undeleted");
  }

  @Test
  void aRoleDoesNotComeBackToAnApplicationThatIsDeleted() {
    answer(delete(writer, false));
    answer(house.applications.delete(house.submission, shop.id(), null, true));
    assertThat(refusal(undelete(writer)))
        .isEqualTo(new ResourceFailure.ParentDeleted(writer.name(), shop.name()));
  }

  @Test
  void rolesGoWithTheirApplicationAndComeBackWithIt() {
    Membership holder = house.membership(house.person(), shop, null, "writer");
    assertThat(refusal(house.applications.delete(house.submission, shop.id(), null, false)))
        .isEqualTo(new ApplicationFailure.HasChildren(shop.id()));
    answer(house.applications.delete(house.submission, shop.id(), null, true));
    assertThat(refusal(delete(reader, true)))
        .isEqualTo(new RoleFailure.NotFound(shop.id(), reader.id()));

    answer(house.applications.undelete(house.submission, shop.id(), null));

    assertThat(
            answer(
                    house.roleDirectory.list(
                        house.caller, RoleQuery.all(shop.id()), PageRequest.first(10)))
                .items())
        .extracting(Role::details)
        .containsExactly(reader.details(), writer.details());
    assertThat(
            answer(house.membershipDirectory.get(house.caller, shop.id(), holder.id(), false))
                .roles())
        .isEqualTo(RoleSlugs.of("writer"));
  }

  @Test
  void whoComesBackHasWhatIsLeftOfTheirRoles() {
    Identity ada = house.person();
    Team team = house.team(shop, null);
    Membership direct = house.membership(ada, shop, null, "reader", "writer");
    Membership inTeam = house.membership(house.person(), shop, team, "reader", "writer");
    answer(house.identities.delete(house.submission, ada.id(), null, true));
    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, true));
    answer(delete(writer, false));

    answer(house.identities.undelete(house.submission, ada.id(), null));
    answer(house.teams.undelete(house.submission, shop.id(), team.id(), null));

    for (Membership back : List.of(direct, inTeam)) {
      assertThat(
              answer(house.membershipDirectory.get(house.caller, shop.id(), back.id(), false))
                  .roles())
          .isEqualTo(RoleSlugs.of("reader"));
    }
  }

  @Test
  void anApplicationWithoutRolesIsToldFromNone() {
    assertThat(
            answer(
                    house.roleDirectory.list(
                        house.caller, RoleQuery.all(other.id()), PageRequest.first(10)))
                .items())
        .isEmpty();
    answer(house.applications.delete(house.submission, other.id(), null, false));
    assertThat(
            refusal(
                house.roleDirectory.list(
                    house.caller, RoleQuery.all(other.id()), PageRequest.first(10))))
        .isEqualTo(new ApplicationFailure.NotFound(other.id()));
  }
}
