package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.grpc.testing.Refusal;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AcceptInvitationRequest.NewIdentity;
import io.denizen.membership.v1.AcceptInvitationResponse;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateInvitationResponse;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.Invitation.State;
import io.denizen.membership.v1.ResendInvitationRequest;
import io.denizen.membership.v1.RevokeInvitationRequest;
import io.denizen.membership.v1.Team;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InvitationAcceptanceTest extends GrpcTest {

  private final Application application = withRoles(create(application()), "member", "admin");
  private final Team team = create(application, team());

  private AcceptInvitationRequest newcomer(String token) {
    return AcceptInvitationRequest.newBuilder()
        .setToken(token)
        .setNewIdentity(NewIdentity.newBuilder().setDisplayName("Ada"))
        .build();
  }

  @Test
  void aNewcomerIsCreatedWithTheMembershipInOneChange() {
    CreateInvitationResponse created =
        invitations.createInvitation(
            withTeam(invitation(application, "member", "admin"), team.getName()));

    List<AuditEvent> events =
        denizen.audited(
            () -> {
              AcceptInvitationResponse accepted =
                  invitations.acceptInvitation(newcomer(created.getToken()));
              assertThat(accepted.getInvitation().getState()).isEqualTo(State.STATE_ACCEPTED);
              assertThat(accepted.getInvitation().getMembership())
                  .isEqualTo(accepted.getMembership().getName());
              assertThat(accepted.getInvitation().hasAcceptTime()).isTrue();
              assertThat(accepted.getMembership().getTeam()).isEqualTo(team.getName());
              assertThat(accepted.getMembership().getRolesList())
                  .containsExactly("admin", "member");
              Identity identity =
                  identities.getIdentity(
                      GetIdentityRequest.newBuilder()
                          .setName(accepted.getMembership().getIdentity())
                          .build());
              assertThat(identity.getEmail()).isEqualTo(created.getInvitation().getEmail());
              assertThat(identity.getEmailVerified()).isTrue();
            });

    assertThat(events)
        .extracting(event -> event.action().value())
        .containsExactly("invitation.accepted", "membership.created", "identity.created");
    assertThat(events)
        .extracting(AuditEvent::changeSetId)
        .containsOnly(events.getFirst().changeSetId());
  }

  @Test
  void anAcceptanceThatIsRepeatedIsAnsweredAsAtFirst() {
    String token = invitations.createInvitation(invitation(application)).getToken();
    AcceptInvitationRequest request = newcomer(token).toBuilder().setRequestId(requestId()).build();
    AcceptInvitationResponse first = invitations.acceptInvitation(request);

    assertThat(denizen.unaudited(() -> invitations.acceptInvitation(request))).isEqualTo(first);
    denizen
        .refused(() -> invitations.acceptInvitation(newcomer(token)))
        .is(Code.FAILED_PRECONDITION, "INVITATION_INVALID");
  }

  @Test
  void tokensThatAcceptNothingAreToldApartByNobody() {
    CreateInvitationResponse created = invitations.createInvitation(invitation(application));
    String first = created.getToken();
    String second =
        invitations.resendInvitation(resend(created.getInvitation()).build()).getToken();
    Refusal replaced = denizen.refused(() -> invitations.acceptInvitation(newcomer(first)));
    revoke(created.getInvitation());
    Refusal revoked = denizen.refused(() -> invitations.acceptInvitation(newcomer(second)));
    Refusal unknown = denizen.refused(() -> invitations.acceptInvitation(newcomer("dzi_guess")));

    assertThat(List.of(replaced, revoked)).containsOnly(unknown);
    unknown.is(Code.FAILED_PRECONDITION, "INVITATION_INVALID");
  }

  @Test
  void whatIsSettledStaysSo() {
    CreateInvitationResponse created = invitations.createInvitation(invitation(application));
    invitations.acceptInvitation(newcomer(created.getToken()));
    String name = created.getInvitation().getName();

    denizen
        .refused(() -> revoke(created.getInvitation()))
        .is(Code.FAILED_PRECONDITION, "INVITATION_SETTLED")
        .of(name);
    denizen
        .refused(() -> invitations.resendInvitation(resend(created.getInvitation()).build()))
        .is(Code.FAILED_PRECONDITION, "INVITATION_SETTLED")
        .of(name);
  }

  private static ResendInvitationRequest.Builder resend(Invitation invitation) {
    return ResendInvitationRequest.newBuilder().setName(invitation.getName());
  }

  private static CreateInvitationRequest withTeam(CreateInvitationRequest request, String team) {
    CreateInvitationRequest.Builder inTeam = request.toBuilder();
    inTeam.getInvitationBuilder().setTeam(team);
    return inTeam.build();
  }

  private Invitation revoke(Invitation invitation) {
    return invitations.revokeInvitation(
        RevokeInvitationRequest.newBuilder().setName(invitation.getName()).build());
  }
}
