package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessFailure;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessReason;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.GrantedPermission;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointInTimeAccessTest {

  private final House house = new House();
  private final AccessCheck check = new AccessCheck(house.store.standings(), house.watch);
  private final AccessDirectory directory =
      new AccessDirectory(house.store.standings(), house.watch);
  private final PointInTimeAccess pointInTime =
      new PointInTimeAccess(
          house.store.auditEvents(),
          house.store.roleAssignments(),
          house.store.memberships(),
          house.store.roles(),
          house.store.systemRoles(),
          house.watch);
  private final Application shop = house.application();
  private final Identity person = house.person();

  @Test
  void anAnswerStaysWhatItWasHoweverOftenThingsChangeAfterwards() {
    AccessQuestion question = question(null, "invoice.read");
    List<Instant> times = new ArrayList<>();
    List<AccessAnswer> answers = new ArrayList<>();
    Runnable note =
        () -> {
          house.watch.pass(Duration.ofMillis(1));
          times.add(house.watch.instant());
          answers.add(answer(check.check(house.caller, question)));
          house.watch.pass(Duration.ofMillis(1));
        };

    note.run();
    Role reader = role("reader", "invoice.read");
    Role clerk = role("clerk", "report.*");
    Membership membership = house.membership(person, shop, null, "clerk");
    note.run();
    answer(
        house.roles.update(
            house.submission,
            shop.id(),
            clerk.id(),
            null,
            role -> role.details().withIncludes(List.of(reader.slug()))));
    note.run();
    answer(house.identities.suspend(house.submission, person.id(), null));
    note.run();
    answer(house.identities.activate(house.submission, person.id(), null));
    answer(house.roles.delete(house.submission, shop.id(), reader.id(), null, true));
    note.run();
    answer(house.roleAssignments.create(house.submission, person.id(), SystemRole.ADMIN));
    note.run();
    answer(house.memberships.delete(house.submission, shop.id(), membership.id(), null));
    answer(house.applications.delete(house.submission, shop.id(), null, true));
    note.run();
    answer(house.identities.delete(house.submission, person.id(), null, true));
    note.run();

    assertThat(answers)
        .extracting(AccessAnswer::reason)
        .containsExactly(
            AccessReason.NOT_A_MEMBER,
            AccessReason.PERMISSION_NOT_GRANTED,
            AccessReason.GRANTED,
            AccessReason.IDENTITY_SUSPENDED,
            AccessReason.PERMISSION_NOT_GRANTED,
            AccessReason.GRANTED,
            AccessReason.APPLICATION_NOT_FOUND,
            AccessReason.IDENTITY_NOT_FOUND);
    assertThat(times.stream().map(time -> answer(pointInTime.check(house.caller, question, time))))
        .containsExactlyElementsOf(answers);
  }

  @Test
  void aMembershipCountsUntilItsEndThoughItWasSweptLater() {
    role("reader", "invoice.read");
    Instant end = house.watch.instant().plus(Duration.ofHours(1));
    Membership membership = house.membership(person, shop, null, "reader");
    answer(
        house.memberships.update(
            house.submission,
            shop.id(),
            membership.id(),
            null,
            (now, instant) -> new MembershipDetails(now.roles(), new ValidityPeriod(null, end))));
    house.watch.pass(Duration.ofHours(2));
    assertThat(
            answer(
                new MembershipSweep(house.store.memberships(), house.changes, house.watch).sweep()))
        .isEqualTo(1);

    assertThat(reason(null, end.minusMillis(1))).isEqualTo(AccessReason.GRANTED);
    assertThat(reason(null, end)).isEqualTo(AccessReason.MEMBERSHIP_NOT_ACTIVE);
    assertThat(reason(null, house.watch.instant())).isEqualTo(AccessReason.NOT_A_MEMBER);
  }

  @Test
  void aTeamIsWhereItWasThen() {
    Role reader = role("reader", "invoice.read");
    answer(
        house.roles.update(
            house.submission,
            shop.id(),
            reader.id(),
            null,
            role -> role.details().withInherited(true)));
    Team top = house.team(shop, null);
    Team inner = house.team(shop, top);
    house.membership(person, shop, top, "reader");
    Instant inside = house.watch.instant();
    house.watch.pass(Duration.ofMillis(1));
    answer(
        house.teams.update(
            house.submission, shop.id(), inner.id(), null, now -> now.details().withParent(null)));
    Instant outside = house.watch.instant();
    house.watch.pass(Duration.ofMillis(1));
    answer(house.teams.delete(house.submission, shop.id(), inner.id(), null, true));

    assertThat(reason(inner, inside)).isEqualTo(AccessReason.GRANTED);
    assertThat(reason(inner, outside)).isEqualTo(AccessReason.PERMISSION_NOT_GRANTED);
    assertThat(reason(inner, house.watch.instant())).isEqualTo(AccessReason.TEAM_NOT_FOUND);
    assertThat(reason(top, inside.minus(Duration.ofDays(1))))
        .isEqualTo(AccessReason.IDENTITY_NOT_FOUND);
  }

  @Test
  void permissionsAreListedByPagesAsTheyWere() {
    role("reader", "invoice.read", "report.*", "b");
    house.membership(person, shop, null, "reader");
    AccessScope scope = AccessScope.of(shop.id());
    List<GrantedPermission> then =
        answer(
                directory.permissions(
                    house.caller, person.id(), scope, PageRequest.first(PageRequest.MAX_SIZE)))
            .items();
    Instant time = house.watch.instant();
    house.watch.pass(Duration.ofMillis(1));
    answer(house.identities.delete(house.submission, person.id(), null, true));

    List<GrantedPermission> listed =
        Pages.walk(
            page -> pointInTime.permissions(house.caller, person.id(), scope, time, page), 2);
    assertThat(listed).hasSize(3).isEqualTo(then);
  }

  @Test
  void whatIsStillToComeNobodyKnows() {
    Instant now = house.watch.instant();

    assertThat(reason(null, now)).isEqualTo(AccessReason.NOT_A_MEMBER);
    assertThat(
            refusal(
                pointInTime.check(
                    house.caller, question(null, "invoice.read"), now.plusNanos(1_000))))
        .isEqualTo(new AccessFailure.ReadTimeInFuture());
  }

  private Role role(String slug, String... permissions) {
    return answer(
        house.roles.create(
            house.submission,
            shop.id(),
            new Slug(slug),
            RoleDetails.named(house.fixtures.displayName())
                .withPermissions(Stream.of(permissions).map(PermissionPattern::new).toList())));
  }

  private AccessReason reason(@Nullable Team team, Instant time) {
    return answer(pointInTime.check(house.caller, question(team, "invoice.read"), time)).reason();
  }

  private AccessQuestion question(@Nullable Team team, String permission) {
    return new AccessQuestion(
        person.id(),
        new AccessScope(shop.id(), team == null ? null : team.id()),
        new Permission(permission));
  }
}
