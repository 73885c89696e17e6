package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.teamId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StandingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final AccessScope WHOLE = AccessScope.of(APPLICATION);
  private static final AccessScope TEAM = new AccessScope(APPLICATION, teamId(2));

  /** Team 2 is inside team 1. */
  private static final List<TeamId> LINEAGE = List.of(teamId(2), teamId(1));

  private static final Grant GRANT =
      Grant.byMembership(
          APPLICATION,
          new MembershipId(new UUID(0x7000L, 1)),
          new RoleId(new UUID(0x7000L, 2)),
          null,
          new PermissionPattern("invoice.*"));

  private static Standing in(List<TeamId> lineage, HeldRole... roles) {
    return new Standing(IdentityState.ACTIVE, true, lineage, true, List.of(roles));
  }

  private static HeldRole held(@Nullable Integer team, boolean inherited) {
    return held(team, inherited, MembershipState.ACTIVE, ValidityPeriod.UNLIMITED);
  }

  private static HeldRole held(
      @Nullable Integer team, boolean inherited, MembershipState state, ValidityPeriod validity) {
    return new HeldRole(GRANT, team == null ? null : teamId(team), inherited, state, validity);
  }

  private static AccessReason reason(Standing standing, AccessScope scope) {
    return standing.answer(scope, NOW).reason();
  }

  @Test
  void aRoleInTheApplicationCountsEverywhereInIt() {
    assertThat(in(List.of(), held(null, false)).answer(WHOLE, NOW).grants()).containsExactly(GRANT);
    assertThat(in(LINEAGE, held(null, false)).answer(TEAM, NOW).grants()).containsExactly(GRANT);
  }

  @Test
  void aRoleInATeamCountsThereAndNotForTheWholeApplication() {
    assertThat(reason(in(LINEAGE, held(2, false)), TEAM)).isEqualTo(AccessReason.GRANTED);
    assertThat(reason(in(List.of(), held(2, true)), WHOLE))
        .isEqualTo(AccessReason.PERMISSION_NOT_GRANTED);
  }

  @Test
  void aRoleInATeamCountsInTheTeamsInsideOnlyIfItIsInherited() {
    assertThat(reason(in(LINEAGE, held(1, true)), TEAM)).isEqualTo(AccessReason.GRANTED);
    assertThat(reason(in(LINEAGE, held(1, false)), TEAM))
        .isEqualTo(AccessReason.PERMISSION_NOT_GRANTED);
    assertThat(reason(in(LINEAGE, held(3, true)), TEAM))
        .isEqualTo(AccessReason.PERMISSION_NOT_GRANTED);
  }

  @ParameterizedTest
  @EnumSource(value = MembershipState.class, mode = Mode.EXCLUDE, names = "ACTIVE")
  void aMembershipThatIsNotActiveGrantsNothing(MembershipState state) {
    assertThat(reason(in(List.of(), held(null, false, state, ValidityPeriod.UNLIMITED)), WHOLE))
        .isEqualTo(AccessReason.MEMBERSHIP_NOT_ACTIVE);
  }

  @Test
  void aMembershipGrantsFromItsFirstInstantToTheLastBeforeItsEnd() {
    assertThat(reason(in(List.of(), within(NOW, NOW.plusNanos(1_000))), WHOLE))
        .isEqualTo(AccessReason.GRANTED);
    assertThat(reason(in(List.of(), within(NOW.plusNanos(1_000), null)), WHOLE))
        .isEqualTo(AccessReason.MEMBERSHIP_NOT_ACTIVE);
    assertThat(reason(in(List.of(), within(null, NOW)), WHOLE))
        .isEqualTo(AccessReason.MEMBERSHIP_NOT_ACTIVE);
  }

  @Test
  void whatWouldNotReachThePlaceIsNotMissedForBeingOver() {
    HeldRole elsewhere = held(3, true, MembershipState.SUSPENDED, ValidityPeriod.UNLIMITED);

    assertThat(reason(in(LINEAGE, elsewhere), TEAM)).isEqualTo(AccessReason.PERMISSION_NOT_GRANTED);
  }

  @Test
  void whoIsNotThereMayNothing() {
    HeldRole role = held(null, false);

    assertThat(reason(new Standing(null, true, LINEAGE, true, List.of(role)), TEAM))
        .isEqualTo(AccessReason.IDENTITY_NOT_FOUND);
    assertThat(
            reason(new Standing(IdentityState.SUSPENDED, true, LINEAGE, true, List.of(role)), TEAM))
        .isEqualTo(AccessReason.IDENTITY_SUSPENDED);
    assertThat(reason(Standing.NONE, WHOLE)).isEqualTo(AccessReason.IDENTITY_NOT_FOUND);
  }

  @Test
  void nobodyMayAnythingWhereNothingIs() {
    HeldRole role = held(null, false);

    assertThat(
            reason(
                new Standing(IdentityState.ACTIVE, false, List.of(), true, List.of(role)), WHOLE))
        .isEqualTo(AccessReason.APPLICATION_NOT_FOUND);
    assertThat(reason(in(List.of(), role), TEAM)).isEqualTo(AccessReason.TEAM_NOT_FOUND);
  }

  @Test
  void aRoleOfTheSystemNeedsNoMembership() {
    Grant grant =
        Grant.bySystem(
            new Slug("admin"),
            new ResourceName("identities/1/roleAssignments/1"),
            PermissionPattern.ALL);
    Standing admin =
        new Standing(IdentityState.ACTIVE, true, LINEAGE, false, List.of(HeldRole.ofSystem(grant)));

    assertThat(admin.answer(TEAM, NOW).grants()).containsExactly(grant);
    assertThat(grant.role()).isEqualTo(new ResourceName("roles/admin"));
  }

  @Test
  void withoutAMembershipTheAnswerSaysSo() {
    Standing stranger = new Standing(IdentityState.ACTIVE, true, List.of(), false, List.of());

    assertThat(reason(stranger, WHOLE)).isEqualTo(AccessReason.NOT_A_MEMBER);
  }

  @Test
  void permissionsAreToldOnceEachWithAllThatGrantThem() {
    Grant other = Grant.bySystem(new Slug("user"), null, new PermissionPattern("invoice.*"));
    Grant last = Grant.bySystem(new Slug("user"), null, new PermissionPattern("report.read"));
    Standing standing =
        in(
            List.of(),
            HeldRole.ofSystem(last),
            held(null, false),
            HeldRole.ofSystem(other),
            held(2, true));

    assertThat(standing.permissions(WHOLE, NOW))
        .containsExactly(
            new GrantedPermission(new PermissionPattern("invoice.*"), List.of(GRANT, other)),
            new GrantedPermission(new PermissionPattern("report.read"), List.of(last)));
    assertThat(Standing.NONE.permissions(WHOLE, NOW)).isEmpty();
  }

  @Test
  void thereIsNoAnswerThatIsAllowedByNothingOrDeniedBySomething() {
    assertThatThrownBy(() -> new AccessAnswer(AccessReason.GRANTED, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Stream.of(AccessReason.values()).filter(reason -> reason != AccessReason.GRANTED))
        .allSatisfy(
            reason ->
                assertThatThrownBy(() -> new AccessAnswer(reason, List.of(GRANT)))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  private static HeldRole within(@Nullable Instant start, @Nullable Instant end) {
    return held(null, false, MembershipState.ACTIVE, new ValidityPeriod(start, end));
  }
}
