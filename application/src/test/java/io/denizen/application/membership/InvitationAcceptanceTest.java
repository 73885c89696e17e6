package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Slug;
import io.denizen.domain.shared.TokenSecret;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvitationAcceptanceTest {

  private static final Failure INVALID = new InvitationFailure.Invalid();

  private final House house = new House();
  private final Application shop = house.application();
  private final Role member = house.role(shop, "member");
  private final Team team = house.team(shop, null);
  private final Identity ada = house.person();
  private final IssuedInvitation issued = invite();
  private final TokenSecret token = issued.secret().orElseThrow();
  private final InvitationSummary invitation = issued.invitation();
  private final Failure gone = new RoleFailure.Unknown(shop.id(), new Slug("member"), null);

  private IssuedInvitation invite() {
    return answer(
        house.invitations.create(
            house.submission,
            shop.id(),
            new InvitationDetails(team.id(), house.fixtures.email(), RoleSlugs.of("member")),
            now -> now.plus(Invitation.USUAL)));
  }

  private CompletionStage<AcceptedInvitation> accept(TokenSecret with, Acceptor acceptor) {
    return house.acceptance.accept(house.submission, with, acceptor);
  }

  private CompletionStage<AcceptedInvitation> acceptAs(Identity identity) {
    return accept(token, new Acceptor.Known(identity.id()));
  }

  private Acceptor newcomer() {
    return new Acceptor.Newcomer(house.fixtures.slug(), house.fixtures.displayName());
  }

  @Test
  void whoeverIsKnownBelongsByItWhateverTheirAddress() {
    AcceptedInvitation accepted = answer(acceptAs(ada));

    Membership membership = accepted.membership();
    assertThat(membership.identityId()).isEqualTo(ada.id());
    assertThat(membership.teamId()).isEqualTo(team.id());
    assertThat(membership.roles()).isEqualTo(RoleSlugs.of("member"));
    assertThat(membership.state()).isEqualTo(MembershipState.ACTIVE);
    assertThat(accepted.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    assertThat(accepted.invitation().membershipId()).isEqualTo(membership.id());
    assertThat(house.historyOf(membership)).containsExactly("created");
    assertThat(house.historyOf(invitation.name())).containsExactly("created", "accepted");
  }

  @Test
  void aNewcomerBecomesAPersonWithTheAddressThatIsProven() {
    AcceptedInvitation accepted = answer(accept(token, newcomer()));

    Identity person =
        answer(house.store.identities().byId(accepted.membership().identityId())).orElseThrow();
    assertThat(person.details().email()).isEqualTo(invitation.details().email());
    assertThat(person.emailVerified()).isTrue();
    assertThat(house.historyOf(person)).containsExactly("created");
  }

  @Test
  void whereTheAddressIsTakenTheInvitationStaysOpenForWhoeverHasIt() {
    Identity holder =
        answer(
            house.identities.create(
                house.submission,
                ada.kind(),
                house.fixtures.details().withEmail(invitation.details().email())));

    assertThat(refusal(accept(token, newcomer()))).isEqualTo(new IdentityFailure.EmailTaken());
    assertThat(answer(acceptAs(holder)).membership().identityId()).isEqualTo(holder.id());
  }

  @Test
  void aTokenIsGoodOnce() {
    answer(acceptAs(ada));

    assertThat(refusal(acceptAs(ada))).isEqualTo(INVALID);
    assertThat(refusal(accept(token, newcomer()))).isEqualTo(INVALID);
    assertThat(refusal(accept(house.fixtures.invitationToken(), newcomer()))).isEqualTo(INVALID);
  }

  @Test
  void whatIsRevokedResentOrGoneIsInvalid() {
    TokenSecret next =
        answer(
                house.invitations.resend(
                    house.submission,
                    shop.id(),
                    invitation.id(),
                    1L,
                    now -> now.plus(Invitation.USUAL)))
            .secret()
            .orElseThrow();
    assertThat(refusal(acceptAs(ada))).isEqualTo(INVALID);

    answer(house.teams.delete(house.submission, shop.id(), team.id(), null, false));
    assertThat(refusal(accept(next, newcomer()))).isEqualTo(INVALID);
    answer(house.teams.undelete(house.submission, shop.id(), team.id(), null));

    answer(house.invitations.revoke(house.submission, shop.id(), invitation.id(), null));
    assertThat(refusal(accept(next, newcomer()))).isEqualTo(INVALID);
    assertThat(house.historyOf(invitation.name()))
        .containsExactly("created", "resent", "deleted", "undeleted", "revoked");
  }

  @Test
  void whoeverBelongsThereAlreadyGetsTheRolesToo() {
    Membership there = membership(MembershipState.INVITED, "reader");

    AcceptedInvitation accepted = answer(acceptAs(ada));

    assertThat(accepted.membership().id()).isEqualTo(there.id());
    assertThat(accepted.membership().roles()).isEqualTo(RoleSlugs.of("member", "reader"));
    assertThat(accepted.membership().state()).isEqualTo(MembershipState.ACTIVE);
    assertThat(house.historyOf(there)).containsExactly("created", "activated");
  }

  @Test
  void whoeverHasAllOfItAlreadyIsLeftAsTheyAre() {
    Membership there = membership(MembershipState.ACTIVE, "member", "reader");

    assertThat(answer(acceptAs(ada)).membership()).isEqualTo(there);
    assertThat(house.historyOf(there)).containsExactly("created");
  }

  @Test
  void anInvitationLiftsNoSuspension() {
    Membership there = membership(MembershipState.ACTIVE, "reader");
    answer(house.memberships.suspend(house.submission, shop.id(), there.id(), null));
    assertThat(refusal(acceptAs(ada)))
        .isEqualTo(new MembershipFailure.Suspended(shop.id(), there.id()));

    answer(house.identities.suspend(house.submission, ada.id(), null));
    assertThat(refusal(acceptAs(ada))).isEqualTo(new IdentityFailure.Suspended(ada.id()));
    assertThat(answer(house.store.invitations().byHash(token.hash())).orElseThrow().state())
        .isEqualTo(InvitationState.PENDING);
  }

  @Test
  void aRoleThatIsGoneMeanwhileIsGrantedToNobody() {
    answer(house.roles.delete(house.submission, shop.id(), member.id(), null, false));

    assertThat(refusal(acceptAs(ada))).isEqualTo(gone);
    assertThat(gone.metadata()).doesNotContainKey("field");
  }

  @Test
  void aRoleThatComesBackIsTheOneThatWasMeant() {
    answer(house.roles.delete(house.submission, shop.id(), member.id(), null, false));
    assertThat(refusal(acceptAs(ada))).isEqualTo(gone);

    answer(house.roles.undelete(house.submission, shop.id(), member.id(), null));

    assertThat(answer(acceptAs(ada)).membership().roles()).isEqualTo(RoleSlugs.of("member"));
  }

  @Test
  void whoHasSoManyRolesThatTheseWouldBeTooManyIsToldSo() {
    String[] roles =
        IntStream.range(0, RoleSlugs.MAX_SIZE).mapToObj(i -> "role-" + i).toArray(String[]::new);
    Stream.of(roles).forEach(slug -> house.role(shop, slug));
    Membership full = house.membership(ada, shop, team, roles);

    assertThat(refusal(acceptAs(ada)))
        .isEqualTo(new MembershipFailure.TooManyRoles(shop.id(), full.id()));
  }

  @Test
  void whoComesToBelongThereMeanwhileJoinsAllTheSame() {
    house.role(shop, "reader");
    Membership[] overtaking = new Membership[1];
    Journal overtaken =
        new Journal() {
          @Override
          public CompletionStage<Void> commit(ChangeSet changeSet) {
            if (overtaking[0] == null) {
              overtaking[0] = house.membership(ada, shop, team, "reader");
            }
            return house.store.journal().commit(changeSet);
          }

          @Override
          public CompletionStage<Void> rehearse(ChangeSet changeSet) {
            return house.store.journal().rehearse(changeSet);
          }
        };

    AcceptedInvitation accepted =
        answer(acceptance(overtaken).accept(house.submission, token, new Acceptor.Known(ada.id())));

    assertThat(accepted.membership().id()).isEqualTo(overtaking[0].id());
    assertThat(accepted.membership().roles()).isEqualTo(RoleSlugs.of("member", "reader"));
    assertThat(house.historyOf(overtaking[0])).containsExactly("created", "updated");
  }

  private InvitationAcceptance acceptance(Journal journal) {
    return new InvitationAcceptance(
        house.store.identities(),
        house.store.roles(),
        house.store.memberships(),
        house.store.invitations(),
        house.changesTo(journal),
        house.store.ids());
  }

  @Test
  void whoIsNotThereIsNamed() {
    IdentityId nobody = house.fixtures.identityId();

    assertThat(refusal(accept(token, new Acceptor.Known(nobody))))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
  }

  private Membership membership(MembershipState state, String... roles) {
    house.role(shop, "reader");
    return answer(
        house.memberships.create(
            house.submission,
            shop.id(),
            new NewMembership(
                ada.id(), team.id(), now -> MembershipDetails.of(RoleSlugs.of(roles)), state)));
  }
}
