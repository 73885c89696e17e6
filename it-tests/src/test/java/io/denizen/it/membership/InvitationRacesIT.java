package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AcceptInvitationRequest.NewIdentity;
import io.denizen.membership.v1.AcceptInvitationResponse;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateInvitationResponse;
import io.denizen.membership.v1.RevokeInvitationRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens to invitations when many come at the same moment. */
@EndToEnd
class InvitationRacesIT {
  private static final int CALLERS = 64;
  private static final int ROUNDS = 20;
  private static final String INVALID = "FAILED_PRECONDITION INVITATION_INVALID";

  private final TestDenizen denizen;

  /** Several connections, so that not even the network puts the calls into an order. */
  private final List<Caller> callers;

  private final Application application;

  InvitationRacesIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.callers = IntStream.range(0, 4).mapToObj(i -> denizen.as("services/racers")).toList();
    this.application = Some.application(callers.getFirst());
  }

  @Test
  void ofManyWhoAcceptOneInvitationAsSomebodyOneBelongs() {
    CreateInvitationResponse created = invite();
    List<Identity> people =
        IntStream.range(0, CALLERS).mapToObj(i -> Some.person(callers.getFirst())).toList();

    AtOnce<AcceptInvitationResponse> calls =
        AtOnce.run(
            CALLERS,
            i ->
                caller(i)
                    .invitations()
                    .acceptInvitation(
                        AcceptInvitationRequest.newBuilder()
                            .setToken(created.getToken())
                            .setIdentity(people.get(i).getName())
                            .build()));

    assertThat(calls.outcomes()).isEqualTo(Map.of("OK", 1, INVALID, CALLERS - 1));
    assertThat(memberships()).isEqualTo(1);
    assertThat(events(created)).containsExactly("invitation.created", "invitation.accepted");
  }

  @Test
  void ofManyWhoBecomeSomebodyByOneInvitationOneDoes() {
    CreateInvitationResponse created = invite();

    AtOnce<AcceptInvitationResponse> calls =
        AtOnce.run(CALLERS, i -> caller(i).invitations().acceptInvitation(newcomer(created)));

    assertThat(calls.outcomes()).isEqualTo(Map.of("OK", 1, INVALID, CALLERS - 1));
    assertThat(memberships()).isEqualTo(1);
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT count(*) FROM denizen.identities WHERE email = ?",
                    created.getInvitation().getEmail()))
        .isEqualTo(1);
    assertThat(events(created)).containsExactly("invitation.created", "invitation.accepted");
  }

  @Test
  void whatIsAcceptedAndRevokedAtOnceIsOneOfBoth() {
    for (int round = 0; round < ROUNDS; round++) {
      CreateInvitationResponse created = invite();
      long before = memberships();

      AtOnce<Object> calls =
          AtOnce.run(
              2,
              i ->
                  i == 0
                      ? caller(i).invitations().acceptInvitation(newcomer(created))
                      : caller(i)
                          .invitations()
                          .revokeInvitation(
                              RevokeInvitationRequest.newBuilder()
                                  .setName(created.getInvitation().getName())
                                  .build()));

      boolean accepted = events(created).contains("invitation.accepted");
      assertThat(calls.outcomes())
          .isEqualTo(
              accepted
                  ? Map.of("OK", 1, "FAILED_PRECONDITION INVITATION_SETTLED", 1)
                  : Map.of("OK", 1, INVALID, 1));
      assertThat(events(created))
          .containsExactly(
              "invitation.created", accepted ? "invitation.accepted" : "invitation.revoked");
      assertThat(memberships() - before).isEqualTo(accepted ? 1 : 0);
    }
  }

  @Test
  void ofManyWhoInviteOneAddressToOnePlaceOneDoes() {
    CreateInvitationRequest request = Some.inviting(application, "");

    AtOnce<CreateInvitationResponse> calls =
        AtOnce.run(CALLERS, i -> caller(i).invitations().createInvitation(request));

    assertThat(calls.outcomes())
        .isEqualTo(Map.of("OK", 1, "ALREADY_EXISTS INVITATION_PENDING", CALLERS - 1));
    assertThat(calls.answers().getFirst().getToken()).startsWith("dzi_");
  }

  private CreateInvitationResponse invite() {
    return callers.getFirst().invitations().createInvitation(Some.inviting(application, ""));
  }

  private static AcceptInvitationRequest newcomer(CreateInvitationResponse created) {
    return AcceptInvitationRequest.newBuilder()
        .setToken(created.getToken())
        .setNewIdentity(NewIdentity.newBuilder().setDisplayName("Ada Lovelace"))
        .build();
  }

  private long memberships() {
    return denizen
        .sql()
        .number(
            "SELECT count(*) FROM denizen.memberships WHERE application_id = ?::uuid",
            Names.id(application.getName()));
  }

  private List<String> events(CreateInvitationResponse created) {
    return denizen
        .sql()
        .strings(
            "SELECT action FROM denizen.audit_events WHERE resource = ? ORDER BY sequence",
            created.getInvitation().getName());
  }

  private Caller caller(int number) {
    return callers.get(number % callers.size());
  }
}
