package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.membership.MembershipBatches.Deletion;
import io.denizen.application.shared.House;
import io.denizen.domain.audit.JournalFailure;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ElementFailure;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembershipBatchesTest {

  private final House house = new House();
  private final Application shop = house.application();
  private final Team team = house.team(shop, null);
  private final Identity ada = house.person();
  private final Identity grace = house.person();

  @Test
  void createsAllInTheirOrderEachWithItsEvent() {
    List<Membership> created =
        answer(
            create(wanted(grace.id(), null), wanted(ada.id(), team.id()), wanted(ada.id(), null)));

    assertThat(created)
        .extracting(Membership::identityId)
        .containsExactly(grace.id(), ada.id(), ada.id());
    assertThat(created)
        .allSatisfy(one -> assertThat(house.historyOf(one)).containsExactly("created"));
    assertThat(answer(house.store.memberships().ofApplication(shop.id(), 10)))
        .containsExactlyInAnyOrderElementsOf(created);
  }

  @Test
  void oneThatIsRefusedSaysWhereItIsAndTakesAllWithIt() {
    IdentityId nobody = house.fixtures.identityId();
    TeamId elsewhere = house.team(house.application(), null).id();
    NewMembership good = wanted(ada.id(), null);

    assertThat(refused(good, wanted(nobody, null)))
        .isEqualTo(
            new ElementFailure(
                "requests[1].membership.identity", new IdentityFailure.NotFound(nobody)));
    assertThat(refused(good, wanted(grace.id(), elsewhere)))
        .isEqualTo(
            new ElementFailure(
                "requests[1].membership.team", new TeamFailure.NotFound(shop.id(), elsewhere)));
    assertThat(refused(good, wanted(grace.id(), null), wanted(ada.id(), null)))
        .isEqualTo(new ElementFailure("requests[2]", new MembershipFailure.Exists()));
    Slug unknown = new Slug("nobody");
    NewMembership unheard =
        new NewMembership(
            ada.id(),
            null,
            now -> MembershipDetails.of(new RoleSlugs(List.of(unknown))),
            MembershipState.ACTIVE);
    assertThat(refused(wanted(grace.id(), null), unheard))
        .isEqualTo(
            new ElementFailure(
                "requests[1].membership.roles",
                new RoleFailure.Unknown(shop.id(), unknown, "membership.roles")));
    house.membership(grace, shop, team);
    assertThat(refused(good, wanted(grace.id(), team.id())))
        .isEqualTo(new ElementFailure("requests[1]", new MembershipFailure.Exists()));
    assertThat(refused(good, ended(grace.id())))
        .isEqualTo(
            new ElementFailure(
                "requests[1].membership.expire_time", new MembershipFailure.AlreadyOver()));

    assertThat(answer(house.store.memberships().ofIdentity(ada.id(), 10))).isEmpty();
  }

  @Test
  void anApplicationThatIsMissingIsNamedByItself() {
    ApplicationId nowhere = new ApplicationId(house.store.ids().next());

    assertThat(
            refusal(
                house.membershipBatches.create(
                    house.submission, nowhere, List.of(wanted(ada.id(), null)))))
        .isEqualTo(new ApplicationFailure.NotFound(nowhere));
  }

  @Test
  void deletesAllOrNone() {
    Membership one = house.membership(ada, shop, null);
    Membership two = house.membership(grace, shop, team);
    MembershipId unknown = house.fixtures.membershipId();

    assertThat(refusedDeletion(new Deletion(one.id(), null), new Deletion(unknown, null)))
        .isEqualTo(
            new ElementFailure(
                "requests[1].name", new MembershipFailure.NotFound(shop.id(), unknown)));
    assertThat(refusedDeletion(new Deletion(one.id(), null), new Deletion(two.id(), 7L)))
        .isEqualTo(
            new ElementFailure("requests[1].etag", new JournalFailure.StaleVersion(two.name())));
    assertThat(house.historyOf(one)).containsExactly("created");

    List<Membership> deleted =
        answer(
            house.membershipBatches.delete(
                house.submission,
                shop.id(),
                List.of(new Deletion(two.id(), 1L), new Deletion(one.id(), null))));

    assertThat(deleted).extracting(Membership::id).containsExactly(two.id(), one.id());
    assertThat(Stream.of(one, two))
        .allSatisfy(
            each -> assertThat(house.historyOf(each)).containsExactly("created", "deleted"));
  }

  private CompletionStage<List<Membership>> create(NewMembership... wanted) {
    return house.membershipBatches.create(house.submission, shop.id(), List.of(wanted));
  }

  private Failure refused(NewMembership... wanted) {
    return refusal(create(wanted));
  }

  private Failure refusedDeletion(Deletion... deletions) {
    return refusal(house.membershipBatches.delete(house.submission, shop.id(), List.of(deletions)));
  }

  private static NewMembership wanted(IdentityId identity, @Nullable TeamId team) {
    return new NewMembership(
        identity, team, now -> MembershipDetails.of(RoleSlugs.NONE), MembershipState.ACTIVE);
  }

  private static NewMembership ended(IdentityId identity) {
    return new NewMembership(
        identity,
        null,
        now -> new MembershipDetails(RoleSlugs.NONE, new ValidityPeriod(null, now)),
        MembershipState.ACTIVE);
  }
}
