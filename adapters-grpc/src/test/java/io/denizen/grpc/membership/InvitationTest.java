package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AcceptInvitationRequest.NewIdentity;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateInvitationResponse;
import io.denizen.membership.v1.GetInvitationRequest;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.Invitation.State;
import io.denizen.membership.v1.ListInvitationsRequest;
import io.denizen.membership.v1.ResendInvitationRequest;
import io.denizen.membership.v1.ResendInvitationResponse;
import io.denizen.membership.v1.RevokeInvitationRequest;
import io.denizen.membership.v1.Team;
import io.grpc.Status.Code;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InvitationTest extends GrpcTest {

  private final Application application = withRoles(create(application()), "member", "admin");
  private final Team team = create(application, team());

  private Invitation get(Invitation invitation) {
    return invitations.getInvitation(
        GetInvitationRequest.newBuilder().setName(invitation.getName()).build());
  }

  @Test
  void aTokenIsAnsweredOnceAndNeverAgain() {
    CreateInvitationRequest request =
        invitation(application).toBuilder().setRequestId(requestId()).build();
    CreateInvitationResponse created = invitations.createInvitation(request);

    assertThat(created.getToken()).matches("dzi_[A-Za-z0-9_-]{43}");
    Invitation invitation = created.getInvitation();
    assertThat(invitation.getState()).isEqualTo(State.STATE_PENDING);
    assertThat(invitation.getExpireTime().getSeconds() - invitation.getCreateTime().getSeconds())
        .isEqualTo(7 * 86_400);
    CreateInvitationResponse again = denizen.unaudited(() -> invitations.createInvitation(request));
    assertThat(again.getInvitation()).isEqualTo(invitation);
    assertThat(again.getToken()).isEmpty();
    assertThat(get(invitation)).isEqualTo(invitation);
    CreateInvitationResponse rehearsed =
        denizen.unaudited(
            () ->
                invitations.createInvitation(
                    invitation(application).toBuilder().setValidateOnly(true).build()));
    assertThat(rehearsed.getToken()).isEmpty();
    assertThat(denizen.events(1))
        .allSatisfy(event -> assertThat(event.toString()).doesNotContain(created.getToken()));
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    CreateInvitationRequest wrong =
        CreateInvitationRequest.newBuilder()
            .setParent("applications/-")
            .setInvitation(
                Invitation.newBuilder()
                    .setEmail("nobody")
                    .setTeam("admins")
                    .addRoles("No Slug")
                    .setTtl(Duration.newBuilder().setSeconds(-1)))
            .build();

    denizen
        .refused(() -> invitations.createInvitation(wrong))
        .isInvalid(
            "parent",
            "invitation.email",
            "invitation.team",
            "invitation.roles[0]",
            "invitation.ttl");
    denizen
        .refused(() -> invitations.acceptInvitation(AcceptInvitationRequest.getDefaultInstance()))
        .isInvalid("token", "identity");
    denizen
        .refused(
            () ->
                invitations.acceptInvitation(
                    AcceptInvitationRequest.newBuilder()
                        .setToken("x".repeat(101))
                        .setNewIdentity(NewIdentity.newBuilder().setSlug("No Slug"))
                        .build()))
        .isInvalid("token", "new_identity.display_name", "new_identity.slug");
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "7776060", "999999999"})
  void itEndsInTheFutureAndWithinNinetyDays(long seconds) {
    Timestamp end =
        Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + seconds).build();
    Invitation there = invitations.createInvitation(invitation(application)).getInvitation();
    CreateInvitationRequest.Builder request = invitation(application).toBuilder();
    request.getInvitationBuilder().setExpireTime(end);

    denizen
        .refused(() -> invitations.createInvitation(request.build()))
        .isInvalid("invitation.expire_time");
    denizen
        .refused(() -> invitations.resendInvitation(resend(there).setExpireTime(end).build()))
        .isInvalid("expire_time");
    if (seconds > 0) {
      Duration ttl = Duration.newBuilder().setSeconds(seconds).build();
      denizen
          .refused(() -> invitations.resendInvitation(resend(there).setTtl(ttl).build()))
          .isInvalid("ttl");
    }
  }

  @Test
  void whatIsSentAgainHasAnotherTokenAndAnotherEnd() {
    CreateInvitationResponse created = invitations.createInvitation(invitation(application));
    Invitation before = created.getInvitation();

    List<AuditEvent> events =
        denizen.audited(
            () -> {
              ResendInvitationResponse resent =
                  invitations.resendInvitation(
                      resend(before)
                          .setEtag(before.getEtag())
                          .setTtl(Duration.newBuilder().setSeconds(86_400 * 30))
                          .build());
              assertThat(resent.getToken())
                  .matches("dzi_[A-Za-z0-9_-]{43}")
                  .isNotEqualTo(created.getToken());
              assertThat(resent.getInvitation().getExpireTime().getSeconds())
                  .isGreaterThan(before.getExpireTime().getSeconds());
            });

    assertThat(events)
        .extracting(event -> event.action().value())
        .containsExactly("invitation.resent");
    denizen
        .refused(
            () -> invitations.resendInvitation(resend(before).setEtag(before.getEtag()).build()))
        .is(Code.ABORTED, "STALE_VERSION");
  }

  @Test
  void anAddressHasOnePendingInvitationToAPlace() {
    CreateInvitationRequest request = invitation(application);
    Invitation first = invitations.createInvitation(request).getInvitation();
    CreateInvitationRequest.Builder louder = request.toBuilder();
    louder.getInvitationBuilder().setEmail(first.getEmail().toUpperCase(Locale.ROOT));

    denizen
        .refused(() -> invitations.createInvitation(louder.build()))
        .is(Code.ALREADY_EXISTS, "INVITATION_PENDING");
    denizen.audited("invitation.revoked", () -> revoke(first));
    denizen.unaudited(() -> revoke(first));
    invitations.createInvitation(louder.build());
  }

  @Test
  void listsFilterByAddressTeamAndState() {
    Invitation direct = invitations.createInvitation(invitation(application)).getInvitation();
    Invitation inTeam =
        invitations
            .createInvitation(withTeam(invitation(application), team.getName()))
            .getInvitation();
    Invitation revoked = revoke(direct);

    assertThat(list("")).containsExactly(revoked, inTeam);
    assertThat(list("email = \"" + inTeam.getEmail().toUpperCase(Locale.ROOT) + "\""))
        .containsExactly(inTeam);
    assertThat(list("team = \"" + team.getName() + "\" AND state = STATE_PENDING"))
        .containsExactly(inTeam);
    assertThat(list("state = STATE_REVOKED")).containsExactly(revoked);
    for (String wrong : List.of("state = PENDING", "roles:\"member\"", "email = \"x\"")) {
      denizen.refused(() -> list(wrong)).isInvalid("filter");
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    String nothing = application.getName() + "/invitations/" + NOBODY;
    Invitation none = Invitation.newBuilder().setName(nothing).build();

    denizen.refused(() -> get(none)).is(Code.NOT_FOUND, "INVITATION_NOT_FOUND").of(nothing);
    denizen.refused(() -> revoke(none)).is(Code.NOT_FOUND, "INVITATION_NOT_FOUND").of(nothing);
    denizen
        .refused(() -> invitations.resendInvitation(resend(none).build()))
        .is(Code.NOT_FOUND, "INVITATION_NOT_FOUND")
        .of(nothing);
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

  private List<Invitation> list(String filter) {
    return invitations
        .listInvitations(
            ListInvitationsRequest.newBuilder()
                .setParent(application.getName())
                .setFilter(filter)
                .build())
        .getInvitationsList();
  }
}
