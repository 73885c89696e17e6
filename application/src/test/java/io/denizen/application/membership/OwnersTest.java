package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure.LastOwner;
import io.denizen.domain.membership.Place;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ElementFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OwnersTest {

  private final House house = new House();
  private final Application shop = house.application();
  private final Team team = house.team(shop, null);
  private final Role owner = owning(house.role(shop, "owner"), true);
  private final Role member = house.role(shop, "member");
  private final Identity ada = house.person();
  private final Membership first = house.membership(ada, shop, team, "owner", "member");
  private final LastOwner refused = new LastOwner(new Place(shop.id(), team.id()));

  private Role owning(Role role, boolean owns) {
    return answer(mark(role, owns));
  }

  private CompletionStage<Role> mark(Role role, boolean owns) {
    return house.roles.update(
        house.submission,
        role.applicationId(),
        role.id(),
        null,
        current -> current.details().withOwner(owns));
  }

  private CompletionStage<Membership> give(Membership membership, String... roles) {
    return house.memberships.update(
        house.submission,
        shop.id(),
        membership.id(),
        null,
        (current, now) -> current.details().withRoles(RoleSlugs.of(roles)));
  }

  private CompletionStage<Membership> limit(Membership membership) {
    return house.memberships.update(
        house.submission,
        shop.id(),
        membership.id(),
        null,
        (current, now) ->
            new MembershipDetails(
                current.roles(), new ValidityPeriod(null, now.plus(Duration.ofDays(1)))));
  }

  private CompletionStage<Membership> delete(Membership membership) {
    return house.memberships.delete(house.submission, shop.id(), membership.id(), null);
  }

  private CompletionStage<Membership> suspend(Membership membership) {
    return house.memberships.suspend(house.submission, shop.id(), membership.id(), null);
  }

  private CompletionStage<List<Membership>> deleteAll(Membership... memberships) {
    return house.membershipBatches.delete(
        house.submission,
        shop.id(),
        List.of(memberships).stream()
            .map(each -> new MembershipBatches.Deletion(each.id(), null))
            .toList());
  }

  @Test
  void theLastOwnerStaysHoweverTheyAreToGo() {
    house.membership(house.person(), shop, null, "owner");
    house.membership(house.person(), shop, team, "member");

    assertThat(refusal(delete(first))).isEqualTo(refused);
    assertThat(refusal(deleteAll(first)))
        .isEqualTo(new ElementFailure("requests[0].name", refused));
    assertThat(refusal(suspend(first))).isEqualTo(refused);
    assertThat(refusal(give(first, "member"))).isEqualTo(refused);
    assertThat(refusal(limit(first))).isEqualTo(refused);
    assertThat(refusal(house.identities.delete(house.submission, ada.id(), null, true)))
        .isEqualTo(refused);
    assertThat(refusal(house.roles.delete(house.submission, shop.id(), owner.id(), null, true)))
        .isInstanceOf(LastOwner.class);
    assertThat(refusal(mark(owner, false))).isInstanceOf(LastOwner.class);
    assertThat(house.historyOf(first)).containsExactly("created");
    assertThat(refused.metadata()).containsEntry("resource", team.name().value());
  }

  @Test
  void oneOfTwoMayGoAndThenNotTheOther() {
    Membership second = house.membership(house.person(), shop, team, "owner");

    Membership elsewhere = house.membership(ada, shop, null, "member");

    assertThat(refusal(deleteAll(elsewhere, first, second)))
        .isEqualTo(new ElementFailure("requests[1].name", refused));
    answer(delete(first));
    assertThat(refusal(delete(second))).isEqualTo(refused);
    assertThat(refusal(suspend(second))).isEqualTo(refused);
  }

  @Test
  void whoOwnsByTwoRolesMayLoseOneOfThem() {
    owning(member, true);

    answer(give(first, "member"));
    assertThat(refusal(give(first))).isEqualTo(refused);
    answer(house.roles.delete(house.submission, shop.id(), owner.id(), null, true));
    assertThat(refusal(mark(member, false))).isEqualTo(refused);
  }

  @Test
  void whatEndsAltogetherNeedsNoOwner() {
    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, true));
    house.membership(house.person(), shop, null, "owner");
    answer(house.applications.delete(house.submission, shop.id(), null, true));
    answer(house.identities.delete(house.submission, ada.id(), null, true));
  }

  @Test
  void whatNeverHadAnOwnerNeedsNone() {
    Application other = house.application();
    Membership plain = house.membership(ada, other, null);

    answer(house.memberships.delete(house.submission, other.id(), plain.id(), null));
    Membership guest = house.membership(house.person(), shop, team, "member");
    answer(suspend(guest));
    answer(delete(guest));
  }

  @Test
  void whoCannotActDoesNotCountAsWhoStays() {
    Identity bob = house.person();
    Membership second = house.membership(bob, shop, team, "owner");
    answer(house.identities.suspend(house.submission, bob.id(), null));

    assertThat(refusal(delete(first))).isEqualTo(refused);
    answer(house.identities.activate(house.submission, bob.id(), null));
    answer(startAt(second, now -> now.plus(Duration.ofDays(1))));
    assertThat(refusal(delete(first))).isEqualTo(refused);
    answer(startAt(second, now -> now.minusSeconds(1)));
    answer(delete(first));
  }

  @Test
  void theLastOwnerDoesNotBeginLater() {
    assertThat(refusal(startAt(first, now -> now.plus(Duration.ofDays(1))))).isEqualTo(refused);
    answer(startAt(first, now -> now.minusSeconds(1)));

    house.membership(house.person(), shop, team, "owner");
    answer(startAt(first, now -> now.plus(Duration.ofDays(1))));
  }

  private CompletionStage<Membership> startAt(
      Membership membership, UnaryOperator<Instant> startTime) {
    return house.memberships.update(
        house.submission,
        shop.id(),
        membership.id(),
        null,
        (current, now) ->
            new MembershipDetails(current.roles(), new ValidityPeriod(startTime.apply(now), null)));
  }

  @Test
  void aSuspendedIdentityStillOwns() {
    answer(house.identities.suspend(house.submission, ada.id(), null));

    assertThat(refusal(delete(first))).isEqualTo(refused);
  }
}
