package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationFailure.Pending;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What {@link Invitations} and the journal promise about invitations; lists are in its sibling. */
public abstract class InvitationsContract extends MembershipPortContract {

  @Test
  void givesBackAnInvitationExactlyAsItWasCommitted() {
    Application application = application();
    Team team = team(application);
    Invitation sent =
        invitation(
            application,
            new InvitationDetails(team.id(), fixtures().email(), RoleSlugs.of("a", "b-1")));
    Invitation resent =
        committed(
            occasion ->
                sent.resend(
                    fixtures().invitationToken().hash(),
                    occasion.time().plus(Invitation.LONGEST),
                    occasion));
    Membership membership = membership(person(), application, team);
    Invitation accepted = committed(occasion -> resent.accept(membership.id(), occasion));

    assertThat(answer(invitations().byId(application.id(), sent.id()))).contains(accepted);
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(resent)))
                .map(InvitationSummary::fromImage))
        .contains(resent.summary());
    assertThat(
            eventsOf(sent.name()).stream()
                .map(event -> event.action() + " " + event.applicationId()))
        .containsExactly(
            "invitation.created " + application.id(),
            "invitation.resent " + application.id(),
            "invitation.accepted " + application.id());
  }

  @Test
  void findsAnInvitationByItsLastTokenAlone() {
    Invitation sent = invitation(application(), (Team) null);
    Invitation resent =
        committed(
            occasion ->
                sent.resend(fixtures().invitationToken().hash(), sent.expireTime(), occasion));

    assertThat(answer(invitations().byHash(sent.hash()))).isEmpty();
    assertThat(answer(invitations().byHash(resent.hash()))).contains(resent);
    Invitation revoked = decided(resent::revoke);
    assertThat(answer(invitations().byHash(resent.hash()))).contains(revoked);
    assertThat(answer(invitations().byHash(fixtures().invitationToken().hash()))).isEmpty();
  }

  @Test
  void findsNoInvitationToAnotherApplication() {
    Application application = application();
    Invitation invitation = invitation(application, (Team) null);

    assertThat(answer(invitations().byId(application().id(), invitation.id()))).isEmpty();
    assertThat(answer(invitations().byIdIncludingDeleted(application().id(), invitation.id())))
        .isEmpty();
    assertThat(answer(invitations().byId(application.id(), fixtures().invitationId()))).isEmpty();
  }

  @Test
  void letsAnAddressHaveOnePendingInvitationToAPlace() {
    Application application = application();
    Team team = team(application);
    EmailAddress email = fixtures().email();
    InvitationDetails direct = new InvitationDetails(null, email, RoleSlugs.NONE);
    InvitationDetails inTeam = new InvitationDetails(team.id(), email, RoleSlugs.NONE);
    InvitationDetails louder =
        new InvitationDetails(
            null, new EmailAddress(email.value().toUpperCase(Locale.ROOT)), RoleSlugs.of("b"));
    Invitation first = invitation(application, direct);
    Invitation second = invitation(application, inTeam);
    invitation(application(), direct);
    invitation(application, (Team) null);

    assertThat(answer(invitations().pending(application.id(), louder))).contains(first);
    assertThat(answer(invitations().pending(application.id(), inTeam))).contains(second);
    assertThat(refused(occasion -> Decision.of(invited(application, louder, occasion))))
        .isEqualTo(new Pending());
    assertThat(refused(occasion -> Decision.of(invited(application, inTeam, occasion))))
        .isEqualTo(new Pending());

    Invitation expired = committed(first::expire);
    assertThat(answer(invitations().pending(application.id(), direct))).isEmpty();
    Invitation next = invitation(application, louder);
    assertThat(
            refused(
                occasion ->
                    Decision.of(expired.resend(expired.hash(), next.expireTime(), occasion))))
        .isEqualTo(new Pending());
  }

  @Test
  void makesRoomInTheSameSet() {
    Application application = application();
    Invitation first = invitation(application, (Team) null);

    Invitation next =
        decided(
            occasion ->
                Decision.of(invited(application, first.details(), occasion))
                    .precededBy(List.of(first.expire(occasion))));

    assertThat(answer(invitations().pending(application.id(), first.details()))).contains(next);
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    Invitation first = invitation(application(), (Team) null);
    Membership membership = membership(person(), application(), null);
    decided(first::revoke);

    assertThat(refused(occasion -> Decision.of(first.accept(membership.id(), occasion))))
        .isEqualTo(new StaleVersion(first.name()));
  }

  @Test
  void findsWhatIsOverAndNotNotedTheLongestOverFirst() {
    Application application = application();
    Invitation first = invitation(application, (Team) null);
    Invitation second = invitation(application, (Team) null);
    Invitation later =
        committed(
            occasion ->
                invitation(application, (Team) null)
                    .resend(
                        fixtures().invitationToken().hash(),
                        occasion.time().plus(Invitation.LONGEST),
                        occasion));
    Invitation revoked = decided(invitation(application, (Team) null)::revoke);
    Invitation noted = committed(invitation(application, (Team) null)::expire);
    Instant now = later.expireTime().minusNanos(1_000);

    assertThat(answer(invitations().over(now, 10_000)))
        .containsSubsequence(first, second)
        .doesNotContain(later, revoked, noted);
    assertThat(answer(invitations().over(now, 1))).hasSize(1);
  }

  @Test
  void goesWithWhatItIsToAndComesBackWithIt() {
    Application application = application();
    Team team = team(application);
    Invitation direct = invitation(application, (Team) null);
    Invitation inTeam = invitation(application, team);

    assertThat(refused(occasion -> application.delete(NOTHING, true, occasion)))
        .isInstanceOf(StaleVersion.class);
    assertThat(refused(occasion -> team.delete(NOTHING, true, occasion)))
        .isInstanceOf(StaleVersion.class);
    assertThat(answer(invitations().pendingOfApplication(application.id(), 10)))
        .containsExactlyInAnyOrder(direct, inTeam);
    assertThat(answer(invitations().pendingOfApplication(application.id(), 1))).hasSize(1);
    assertThat(answer(invitations().pendingOfTeams(List.of(team.id()), 10)))
        .containsExactly(inTeam);

    Team gone =
        decided(
            occasion ->
                team.delete(
                    NOTHING.and(answer(invitations().pendingOfTeams(List.of(team.id()), 10))),
                    false,
                    occasion));
    assertThat(answer(invitations().byId(application.id(), inTeam.id()))).isEmpty();
    assertThat(answer(invitations().byHash(inTeam.hash()))).isEmpty();
    Invitation deleted =
        answer(invitations().byIdIncludingDeleted(application.id(), inTeam.id())).orElseThrow();
    assertThat(answer(invitations().restorable(gone.deletion()))).containsExactly(deleted);

    decided(occasion -> gone.undelete(NOTHING.and(List.of(deleted)), List.of(), occasion));
    assertThat(answer(invitations().byId(application.id(), inTeam.id())))
        .hasValueSatisfying(back -> assertThat(back.isPending()).isTrue());
    assertThat(answer(invitations().restorable(gone.deletion()))).isEmpty();
  }

  @Test
  void holdsNothingOnceItIsNotPendingAndStaysAsItIs() {
    Application application = application();
    Team team = team(application);
    Membership membership = membership(person(), application, null);
    Invitation sent = invitation(application, team);
    Invitation accepted = committed(occasion -> sent.accept(membership.id(), occasion));
    Invitation revoked = decided(invitation(application, (Team) null)::revoke);
    Invitation expired = committed(invitation(application, team)::expire);
    committed(membership::delete);

    assertThat(answer(invitations().pendingOfApplication(application.id(), 10))).isEmpty();
    assertThat(answer(invitations().pendingOfTeams(List.of(team.id()), 10))).isEmpty();
    Team goneTeam = deleted(team);
    assertThat(answer(invitations().restorable(goneTeam.deletion()))).isEmpty();
    assertThat(answer(invitations().byId(application.id(), accepted.id()))).contains(accepted);
    assertThat(refused(occasion -> Decision.of(resent(expired, occasion))))
        .isInstanceOf(StaleVersion.class);
    Application gone = deleted(application);

    for (Invitation settled : List.of(accepted, revoked, expired)) {
      assertThat(answer(invitations().byId(application.id(), settled.id()))).isEmpty();
      assertThat(answer(invitations().byIdIncludingDeleted(application.id(), settled.id())))
          .contains(settled);
    }
    Application back = decided(occasion -> gone.undelete(NOTHING, occasion));
    assertThat(answer(invitations().byId(application.id(), revoked.id()))).contains(revoked);
    decided(occasion -> goneTeam.undelete(NOTHING, List.of(), occasion));
    committed(occasion -> resent(expired, occasion));
    assertThat(refused(occasion -> back.delete(NOTHING, true, occasion)))
        .isInstanceOf(StaleVersion.class);
  }

  private Change<Invitation> resent(Invitation invitation, Occasion occasion) {
    return invitation.resend(
        fixtures().invitationToken().hash(), occasion.time().plus(Invitation.USUAL), occasion);
  }

  @Test
  void restoresNothingThatIsToWhatIsGone() {
    Application application = application();
    Team team = team(application);
    Invitation inTeam = invitation(application, team);
    Dependents all = new Dependents(List.of(team), List.of(), List.of()).and(List.of(inTeam));
    Application gone = decided(occasion -> application.delete(all, true, occasion));
    ChangeSetId deletion = gone.deletion();

    assertThat(answer(invitations().restorable(deletion))).hasSize(1);
    decided(occasion -> gone.undelete(NOTHING, occasion));
    assertThat(answer(invitations().restorable(deletion))).hasSize(1);
    assertThat(answer(invitations().restorable(fixtures().occasion().changeSet()))).isEmpty();
  }

  private Invitations invitations() {
    return ports().invitations();
  }
}
