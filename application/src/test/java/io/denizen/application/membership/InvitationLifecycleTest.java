package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvitationLifecycleTest {

  private final House house = new House();
  private final Application shop = house.application();
  private final Role member = house.role(shop, "member");
  private final Team team = house.team(shop, null);
  private final InvitationDetails details =
      new InvitationDetails(null, house.fixtures.email(), RoleSlugs.of("member"));

  private CompletionStage<IssuedInvitation> invite(InvitationDetails wanted, Duration lasting) {
    return house.invitations.create(house.submission, shop.id(), wanted, now -> now.plus(lasting));
  }

  @Test
  void anInvitationIsAnsweredWithItsTokenThisOnce() {
    IssuedInvitation issued = answer(invite(details, Invitation.USUAL));

    assertThat(issued.secret()).isPresent();
    assertThat(issued.invitation().state()).isEqualTo(InvitationState.PENDING);
    assertThat(house.historyOf(issued.invitation().name())).containsExactly("created");
    assertThat(
            answer(
                    house.invitationDirectory.get(
                        house.caller, shop.id(), issued.invitation().id(), false))
                .summary())
        .isEqualTo(issued.invitation());
  }

  @Test
  void whatItIsToHasToBeThere() {
    ApplicationId nowhere = new ApplicationId(house.store.ids().next());
    TeamId another = house.team(house.application(), null).id();
    InvitationDetails elsewhere = new InvitationDetails(another, details.email(), details.roles());

    assertThat(
            refusal(
                house.invitations.create(
                    house.submission, nowhere, details, now -> now.plus(Invitation.USUAL))))
        .isEqualTo(new ApplicationFailure.NotFound(nowhere));
    assertThat(refusal(invite(elsewhere, Invitation.USUAL)))
        .isEqualTo(new TeamFailure.NotFound(shop.id(), another));
    assertThat(
            refusal(
                house.invitationDirectory.list(
                    house.caller, InvitationQuery.of(nowhere), PageRequest.first(1))))
        .isEqualTo(new ApplicationFailure.NotFound(nowhere));
  }

  @Test
  void nobodyIsInvitedToARoleThatIsNotThere() {
    answer(house.roles.delete(house.submission, shop.id(), member.id(), null, false));

    assertThat(refusal(invite(details, Invitation.USUAL)))
        .isEqualTo(new RoleFailure.Unknown(shop.id(), new Slug("member"), "invitation.roles"));
  }

  @Test
  void anAddressHasOnePendingInvitationToAPlaceUntilItIsOver() {
    InvitationSummary first = answer(invite(details, Duration.ofHours(1))).invitation();
    house.watch.pass(Duration.ofHours(1).minusMillis(1));
    assertThat(refusal(invite(details, Invitation.USUAL)))
        .isEqualTo(new InvitationFailure.Pending());
    answer(
        invite(
            new InvitationDetails(team.id(), details.email(), details.roles()), Invitation.USUAL));

    house.watch.pass(Duration.ofMillis(1));
    InvitationSummary next = answer(invite(details, Invitation.USUAL)).invitation();

    assertThat(next.id()).isNotEqualTo(first.id());
    assertThat(house.historyOf(first.name())).containsExactly("created", "expired");
  }

  @Test
  void whatIsSentAgainGetsTheRoomOfWhatIsOver() {
    InvitationSummary first = answer(invite(details, Duration.ofHours(1))).invitation();
    house.watch.pass(Duration.ofHours(1));
    InvitationSummary second = answer(invite(details, Duration.ofHours(1))).invitation();
    assertThat(refusal(resend(first, null))).isEqualTo(new InvitationFailure.Pending());
    house.watch.pass(Duration.ofHours(1));

    answer(resend(first, null));

    assertThat(house.historyOf(first.name())).containsExactly("created", "expired", "resent");
    assertThat(house.historyOf(second.name())).containsExactly("created", "expired");
  }

  @Test
  void whatIsSentAgainIsToWhatIsThereStill() {
    InvitationDetails toTeam = new InvitationDetails(team.id(), details.email(), details.roles());
    InvitationSummary first = answer(invite(toTeam, Invitation.USUAL)).invitation();
    InvitationSummary second = answer(invite(details, Invitation.USUAL)).invitation();
    sweepAt(first.expireTime());
    sweepAt(second.expireTime());
    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, false));
    answer(house.roles.delete(house.submission, shop.id(), member.id(), null, false));

    assertThat(refusal(resend(first, null)))
        .isEqualTo(new TeamFailure.NotFound(shop.id(), team.id()));
    assertThat(refusal(resend(second, null)))
        .isEqualTo(new RoleFailure.Unknown(shop.id(), new Slug("member"), null));
  }

  private CompletionStage<IssuedInvitation> resend(
      InvitationSummary invitation, @Nullable Long expectedVersion) {
    return house.invitations.resend(
        house.submission,
        shop.id(),
        invitation.id(),
        expectedVersion,
        now -> now.plus(Invitation.USUAL));
  }

  @Test
  void whatIsRevokedMakesRoomAndIsNotSentAgain() {
    InvitationSummary first = answer(invite(details, Invitation.USUAL)).invitation();
    answer(revoke(first));
    answer(revoke(first));
    answer(invite(details, Invitation.USUAL));

    assertThat(house.historyOf(first.name())).containsExactly("created", "revoked");
    assertThat(refusal(resend(first, null)))
        .isEqualTo(new InvitationFailure.Settled(shop.id(), first.id(), InvitationState.REVOKED));
  }

  @Test
  void anApplicationGoesWithItsInvitationsWithoutForce() {
    Application stall = house.application();
    InvitationSummary invitation =
        answer(
                house.invitations.create(
                    house.submission,
                    stall.id(),
                    new InvitationDetails(null, details.email(), RoleSlugs.NONE),
                    now -> now.plus(Invitation.USUAL)))
            .invitation();

    answer(house.applications.delete(house.submission, stall.id(), null, false));
    assertThat(
            refusal(
                house.invitationDirectory.get(house.caller, stall.id(), invitation.id(), false)))
        .isEqualTo(new InvitationFailure.NotFound(stall.id(), invitation.id()));
    answer(house.applications.undelete(house.submission, stall.id(), null));

    assertThat(house.historyOf(invitation.name()))
        .containsExactly("created", "deleted", "undeleted");
  }

  @Test
  void whatAnInvitationWasToGoesWithoutItOnceThatIsSettled() {
    InvitationDetails toTeam = new InvitationDetails(team.id(), details.email(), details.roles());
    InvitationSummary revoked = answer(invite(toTeam, Invitation.USUAL)).invitation();
    answer(revoke(revoked));

    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, false));
    assertThat(
            answer(house.invitationDirectory.get(house.caller, shop.id(), revoked.id(), false))
                .state())
        .isEqualTo(InvitationState.REVOKED);
    answer(house.applications.delete(house.submission, shop.id(), null, true));

    assertThat(refusal(house.invitationDirectory.get(house.caller, shop.id(), revoked.id(), false)))
        .isEqualTo(new InvitationFailure.NotFound(shop.id(), revoked.id()));
    assertThat(house.historyOf(revoked.name())).containsExactly("created", "revoked");
  }

  @Test
  void theSweepNotesWhatIsOver() {
    InvitationSummary over = answer(invite(details, Invitation.USUAL)).invitation();
    InvitationSummary later =
        answer(
                invite(
                    new InvitationDetails(team.id(), details.email(), details.roles()),
                    Invitation.LONGEST))
            .invitation();
    assertThat(sweepAt(over.expireTime().minusMillis(1))).isZero();

    assertThat(sweepAt(over.expireTime())).isEqualTo(1);
    assertThat(sweepAt(over.expireTime())).isZero();

    assertThat(house.historyOf(over.name())).containsExactly("created", "expired");
    assertThat(house.historyOf(later.name())).containsExactly("created");
  }

  private CompletionStage<InvitationSummary> revoke(InvitationSummary invitation) {
    return house.invitations.revoke(house.submission, shop.id(), invitation.id(), null);
  }

  private int sweepAt(Instant now) {
    return answer(
        new InvitationSweep(
                house.store.invitations(), house.changes, Clock.fixed(now, ZoneOffset.UTC))
            .sweep());
  }
}
