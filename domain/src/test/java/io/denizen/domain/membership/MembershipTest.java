package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Images;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private static final GrantableRoles THERE =
      GrantableRoles.of(List.of(Samples.role("admin"), Samples.role("member")));

  private static final Action SUSPENDED = new Action("membership.suspended");

  private final Membership inTeam = membership(1, 1);
  private final Membership inApplication = membership(2, null);

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Membership promoted = inTeam.update(current -> roles("owner"), SECOND).outcome();

    assertThat(promoted.roles()).isEqualTo(RoleSlugs.of("owner"));
    assertThat(Images.differing(inTeam.image(), promoted.image()))
        .containsExactlyInAnyOrder("roles", "update_time", "version");
  }

  @Test
  void theSameRolesInAnotherOrderAreNoChange() {
    assertThat(inTeam.update(current -> roles("member", "admin"), SECOND))
        .isEqualTo(Decision.nothing(inTeam));
  }

  @Test
  void aDeletionCanBeTakenBack() {
    Membership back = inTeam.delete(SECOND).after().undelete(THERE, THIRD).after();

    assertThat(Images.differing(inTeam.image(), back.image())).isEqualTo(Images.ALWAYS);
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    assertThat(refusal(() -> inTeam.undelete(THERE, SECOND)))
        .isEqualTo(new ResourceFailure.NotDeleted(inTeam.name()));
  }

  @Test
  void anImageGivesBackTheWholeMembership() {
    Membership deleted = inTeam.delete(SECOND).after();

    assertThat(Membership.fromImage(inTeam.image())).isEqualTo(inTeam);
    assertThat(Membership.fromImage(inApplication.image())).isEqualTo(inApplication);
    assertThat(Membership.fromImage(deleted.image())).isEqualTo(deleted);

    Membership limited =
        inTeam
            .update(current -> until(current, SECOND.time().plusSeconds(1)), SECOND)
            .outcome()
            .suspend(THIRD)
            .outcome();
    assertThat(Membership.fromImage(limited.image())).isEqualTo(limited);
  }

  @Test
  void itGrantsFromItsFirstInstantUntilItsLast() {
    Instant start = SECOND.time();
    Instant end = THIRD.time();
    Membership limited =
        inTeam
            .update(
                current -> new MembershipDetails(current.roles(), new ValidityPeriod(start, end)),
                FIRST)
            .outcome();

    assertThat(limited.grantsAt(start.minusNanos(1))).isFalse();
    assertThat(limited.grantsAt(start)).isTrue();
    assertThat(limited.grantsAt(end.minusNanos(1))).isTrue();
    assertThat(limited.grantsAt(end)).isFalse();
    assertThat(inTeam.grantsAt(Instant.MAX)).isTrue();
  }

  @Test
  void onlyWhatIsLiveAndActiveGrants() {
    Membership suspended = inTeam.suspend(SECOND).outcome();

    assertThat(suspended.grantsAt(SECOND.time())).isFalse();
    assertThat(suspended.activate(THIRD).outcome().grantsAt(THIRD.time())).isTrue();
    assertThat(inTeam.delete(SECOND).after().grantsAt(SECOND.time())).isFalse();
  }

  @Test
  void itMovesBetweenStatesWithAnActionEachAndStaysWhereItIsWithNone() {
    Decision<Membership> suspended = inTeam.suspend(SECOND);

    assertThat(suspended.changes()).extracting(Change::action).containsExactly(SUSPENDED);
    assertThat(suspended.outcome().suspend(THIRD)).isEqualTo(Decision.nothing(suspended.outcome()));
    assertThat(suspended.outcome().activate(THIRD).changes())
        .extracting(Change::action)
        .containsExactly(new Action("membership.activated"));
    assertThat(inTeam.activate(SECOND)).isEqualTo(Decision.nothing(inTeam));
  }

  @Test
  void anEndThatIsPastIsRefusedWhenItIsSet() {
    Instant now = SECOND.time();
    Failure past = new MembershipFailure.AlreadyOver();

    assertThat(refusal(() -> inTeam.update(current -> until(current, now), SECOND)))
        .isEqualTo(past);
    Membership limited =
        inTeam.update(current -> until(current, now.plusNanos(1_000)), SECOND).outcome();
    assertThat(limited.update(current -> withRoles(current, "owner"), THIRD).outcome().roles())
        .isEqualTo(RoleSlugs.of("owner"));
  }

  @Test
  void whatIsOverComesBackWithWhatItDependsOnOnly() {
    Membership limited = inTeam.update(current -> until(current, SECOND.time()), FIRST).outcome();
    Membership expired = limited.expire(SECOND).after();

    assertThat(limited.expire(SECOND).action()).isEqualTo(new Action("membership.expired"));
    assertThat(expired.lifecycle().isLive()).isFalse();
    assertThat(refusal(() -> expired.undelete(THERE, THIRD)))
        .isEqualTo(new MembershipFailure.Expired(APPLICATION, limited.id()));
    assertThat(expired.undeleteWithParent(THERE, THIRD).after().details())
        .isEqualTo(limited.details());
  }

  @Test
  void whoAcceptsAnInvitationGetsItsRolesTooButNoSuspensionLifted() {
    Membership invited =
        Membership.create(
                inTeam.id(),
                APPLICATION,
                inTeam.identityId(),
                null,
                roles("member"),
                MembershipState.INVITED,
                FIRST)
            .after();

    Membership joined = invited.join(RoleSlugs.of("admin", "member"), SECOND).outcome();
    assertThat(joined.roles()).isEqualTo(RoleSlugs.of("admin", "member"));
    assertThat(joined.state()).isEqualTo(MembershipState.ACTIVE);
    assertThat(invited.join(RoleSlugs.of("member"), SECOND).changes())
        .extracting(Change::action)
        .containsExactly(new Action("membership.activated"));
    assertThat(joined.join(RoleSlugs.of("admin"), THIRD)).isEqualTo(Decision.nothing(joined));
    Membership suspended = inTeam.suspend(SECOND).outcome();
    assertThat(refusal(() -> suspended.join(RoleSlugs.of("owner"), THIRD)))
        .isEqualTo(new MembershipFailure.Suspended(APPLICATION, inTeam.id()));
  }

  private static MembershipDetails roles(String... slugs) {
    return MembershipDetails.of(RoleSlugs.of(slugs));
  }

  private static MembershipDetails withRoles(Membership current, String... slugs) {
    return new MembershipDetails(RoleSlugs.of(slugs), current.details().validity());
  }

  private static MembershipDetails until(Membership current, Instant end) {
    return new MembershipDetails(current.roles(), new ValidityPeriod(null, end));
  }
}
