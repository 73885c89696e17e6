package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessReason;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessCheckTest {

  private final House house = new House();
  private final AccessCheck check = new AccessCheck(house.store.standings(), house.watch);
  private final Application shop = house.application();
  private final Role clerk =
      answer(
          house.roles.create(
              house.submission,
              shop.id(),
              new Slug("clerk"),
              house
                  .fixtures
                  .roleDetails()
                  .withPermissions(List.of(new PermissionPattern("invoice.*")))));
  private final Identity person = house.person();

  @Test
  void whoHoldsARoleThatCoversItMay() {
    Membership membership = house.membership(person, shop, null, "clerk");

    assertThat(answer(check.check(house.caller, question(person.id(), "invoice.read"))))
        .isEqualTo(
            new AccessAnswer(
                AccessReason.GRANTED,
                List.of(
                    Grant.byMembership(
                        shop.id(),
                        membership.id(),
                        clerk.id(),
                        null,
                        new PermissionPattern("invoice.*")))));
  }

  @Test
  void whatIsNotThereIsANoAndNoFailure() {
    ApplicationId nowhere = new ApplicationId(house.store.ids().next());
    IdentityId nobody = new IdentityId(house.store.ids().next());

    assertThat(reason(question(nobody, "invoice.read"))).isEqualTo(AccessReason.IDENTITY_NOT_FOUND);
    assertThat(
            reason(
                new AccessQuestion(
                    person.id(), AccessScope.of(nowhere), new Permission("invoice.read"))))
        .isEqualTo(AccessReason.APPLICATION_NOT_FOUND);
  }

  @Test
  void aMembershipCountsFromItsStartUntilItsEnd() {
    Instant start = house.watch.instant().plus(Duration.ofHours(1));
    Membership membership = house.membership(person, shop, null, "clerk");
    answer(
        house.memberships.update(
            house.submission,
            shop.id(),
            membership.id(),
            null,
            (now, instant) ->
                new MembershipDetails(
                    now.details().roles(),
                    new ValidityPeriod(start, start.plus(Duration.ofHours(1))))));
    AccessQuestion question = question(person.id(), "invoice.read");

    house.watch.pass(Duration.ofHours(1).minusMillis(1));
    assertThat(reason(question)).isEqualTo(AccessReason.MEMBERSHIP_NOT_ACTIVE);
    house.watch.pass(Duration.ofMillis(1));
    assertThat(reason(question)).isEqualTo(AccessReason.GRANTED);
    house.watch.pass(Duration.ofHours(1).minusMillis(1));
    assertThat(reason(question)).isEqualTo(AccessReason.GRANTED);
    house.watch.pass(Duration.ofMillis(1));
    assertThat(reason(question)).isEqualTo(AccessReason.MEMBERSHIP_NOT_ACTIVE);
  }

  @Test
  void manyQuestionsAreAnsweredInTheirOrderWithTheRepeatedOnes() {
    house.membership(person, shop, null, "clerk");
    Identity stranger = house.person();

    assertThat(
            answer(
                check.checkAll(
                    house.caller,
                    List.of(
                        question(person.id(), "report.read"),
                        question(person.id(), "invoice.read"),
                        question(stranger.id(), "invoice.read"),
                        question(person.id(), "report.read")))))
        .extracting(AccessAnswer::reason)
        .containsExactly(
            AccessReason.PERMISSION_NOT_GRANTED,
            AccessReason.GRANTED,
            AccessReason.NOT_A_MEMBER,
            AccessReason.PERMISSION_NOT_GRANTED);
    assertThat(answer(check.checkAll(house.caller, List.of()))).isEmpty();
  }

  private AccessReason reason(AccessQuestion question) {
    return answer(check.check(house.caller, question)).reason();
  }

  private AccessQuestion question(IdentityId identity, String permission) {
    return new AccessQuestion(identity, AccessScope.of(shop.id()), new Permission(permission));
  }
}
