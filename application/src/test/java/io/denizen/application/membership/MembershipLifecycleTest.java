package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.audit.JournalFailure;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembershipLifecycleTest {

  private static final MembershipDetails ADMIN = MembershipDetails.of(RoleSlugs.of("admin"));

  private final House house = new House();
  private final Identity ada = house.person();
  private final Application shop = house.application();
  private final Application other = house.application();
  private final Team team = house.team(shop, null);
  private final Role admin = house.role(shop, "admin");

  private Failure refusedCreate(
      ApplicationId applicationId, IdentityId identityId, @Nullable TeamId teamId) {
    return refusal(
        house.memberships.create(
            house.submission,
            applicationId,
            new NewMembership(identityId, teamId, now -> ADMIN, MembershipState.ACTIVE)));
  }

  private Failure refusedUndelete(Membership membership) {
    return refusal(
        house.memberships.undelete(
            house.submission, membership.applicationId(), membership.id(), null));
  }

  private void delete(Membership membership) {
    answer(
        house.memberships.delete(
            house.submission, membership.applicationId(), membership.id(), null));
  }

  @Test
  void whatIsMissingIsNamed() {
    ApplicationId noApplication = new ApplicationId(house.store.ids().next());
    IdentityId nobody = house.fixtures.identityId();

    assertThat(refusedCreate(noApplication, ada.id(), null))
        .isEqualTo(new ApplicationFailure.NotFound(noApplication));
    assertThat(refusedCreate(shop.id(), nobody, null))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
    assertThat(refusedCreate(other.id(), ada.id(), team.id()))
        .isEqualTo(new TeamFailure.NotFound(other.id(), team.id()));
  }

  @Test
  void whatIsDeletedIsMissing() {
    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, false));
    assertThat(refusedCreate(shop.id(), ada.id(), team.id()))
        .isEqualTo(new TeamFailure.NotFound(shop.id(), team.id()));

    answer(house.identities.delete(house.submission, ada.id(), null, false));
    assertThat(refusedCreate(shop.id(), ada.id(), null))
        .isEqualTo(new IdentityFailure.NotFound(ada.id()));
  }

  @Test
  void someoneBelongsOnceToAnApplicationAndOnceToEachOfItsTeams() {
    Membership inShop = house.membership(ada, shop, null);
    house.membership(ada, shop, team);

    assertThat(refusedCreate(shop.id(), ada.id(), null)).isEqualTo(new MembershipFailure.Exists());
    assertThat(refusedCreate(shop.id(), ada.id(), team.id()))
        .isEqualTo(new MembershipFailure.Exists());
    delete(inShop);
    house.membership(ada, shop, null);
    assertThat(refusedUndelete(inShop)).isEqualTo(new MembershipFailure.Exists());
  }

  @Test
  void rolesChangeWithOneEventAndTheSameRolesWithNone() {
    Membership membership = house.membership(ada, shop, team);

    Membership promoted =
        answer(
            house.memberships.update(
                house.submission, shop.id(), membership.id(), 1L, (current, now) -> ADMIN));
    Membership same =
        answer(
            house.memberships.update(
                house.submission, shop.id(), membership.id(), 2L, (current, now) -> ADMIN));

    assertThat(promoted.details()).isEqualTo(ADMIN);
    assertThat(same).isEqualTo(promoted);
    assertThat(house.historyOf(membership)).containsExactly("created", "updated");
    assertThat(
            refusal(
                house.memberships.update(
                    house.submission, shop.id(), membership.id(), 1L, (current, now) -> ADMIN)))
        .isEqualTo(new JournalFailure.StaleVersion(membership.name()));
  }

  @Test
  void whatItDependsOnHasToComeBackFirst() {
    Membership membership = house.membership(ada, shop, team);
    delete(membership);

    answer(house.identities.delete(house.submission, ada.id(), null, false));
    assertThat(refusedUndelete(membership)).isEqualTo(parentDeleted(membership, ada.name()));
    answer(house.identities.undelete(house.submission, ada.id(), null));

    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, false));
    assertThat(refusedUndelete(membership)).isEqualTo(parentDeleted(membership, team.name()));
    answer(house.teams.undelete(house.submission, shop.id(), team.id(), null));

    answer(house.applications.delete(house.submission, shop.id(), null, true));
    assertThat(refusedUndelete(membership)).isEqualTo(parentDeleted(membership, shop.name()));
    answer(house.applications.undelete(house.submission, shop.id(), null));

    answer(house.memberships.undelete(house.submission, shop.id(), membership.id(), null));
    assertThat(house.historyOf(membership)).containsExactly("created", "deleted", "undeleted");
    assertThat(refusedUndelete(membership))
        .isEqualTo(new ResourceFailure.NotDeleted(membership.name()));
  }

  @Test
  void aMembershipIsNotFoundUnderAnotherApplication() {
    Membership membership = house.membership(ada, shop, null);
    Failure notFound = new MembershipFailure.NotFound(other.id(), membership.id());

    assertThat(
            refusal(house.membershipDirectory.get(house.caller, other.id(), membership.id(), true)))
        .isEqualTo(notFound);
    assertThat(
            refusal(house.memberships.delete(house.submission, other.id(), membership.id(), null)))
        .isEqualTo(notFound);
    assertThat(
            refusal(
                house.memberships.undelete(house.submission, other.id(), membership.id(), null)))
        .isEqualTo(notFound);
  }

  @Test
  void listsGoAcrossApplicationsUnlessTheyNameOne() {
    Membership inShop = house.membership(ada, shop, null);
    Membership inOther = house.membership(ada, other, null);
    house.membership(house.person(), shop, null);
    PageRequest page = PageRequest.first(10);
    MembershipQuery ofAda = new MembershipQuery(null, ada.id(), null, null, false, false);
    MembershipQuery inNone =
        new MembershipQuery(
            new ApplicationId(house.store.ids().next()), null, null, null, false, true);

    assertThat(answer(house.membershipDirectory.list(house.caller, ofAda, page)).items())
        .containsExactly(inShop, inOther);
    assertThat(refusal(house.membershipDirectory.list(house.caller, inNone, page)).reason())
        .isEqualTo("APPLICATION_NOT_FOUND");
  }

  private static Failure parentDeleted(Membership membership, ResourceName parent) {
    return new ResourceFailure.ParentDeleted(membership.name(), parent);
  }

  @Test
  void aRoleThatIsNotThereIsNamedWithItsField() {
    Failure unknown = new RoleFailure.Unknown(other.id(), admin.slug(), "membership.roles");
    Membership plain = house.membership(ada, other, null);

    assertThat(refusedCreate(other.id(), house.person().id(), null)).isEqualTo(unknown);
    assertThat(
            refusal(
                house.memberships.update(
                    house.submission, other.id(), plain.id(), null, (current, now) -> ADMIN)))
        .isEqualTo(unknown);
    assertThat(unknown.metadata()).containsEntry("field", "membership.roles");
    assertThat(house.historyOf(plain)).containsExactly("created");
  }

  @Test
  void itComesBackWithTheRolesThatAreThere() {
    house.role(shop, "member");
    Membership both = house.membership(ada, shop, null, "admin", "member");
    delete(both);
    answer(house.roles.delete(house.submission, shop.id(), admin.id(), null, false));

    Membership back =
        answer(house.memberships.undelete(house.submission, shop.id(), both.id(), null));

    assertThat(back.roles()).isEqualTo(RoleSlugs.of("member"));
    assertThat(house.historyOf(both)).containsExactly("created", "deleted", "undeleted");
  }
}
