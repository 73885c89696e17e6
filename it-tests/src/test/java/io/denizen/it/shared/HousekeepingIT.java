package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.Purpose;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.GetMembershipRequest;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.Membership;
import io.denizen.server.telemetry.Telemetry;
import io.denizen.session.v1.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What two servers on one database tidy up by themselves. */
@EndToEnd
@TestInstance(Lifecycle.PER_CLASS)
class HousekeepingIT {
  private static final java.time.Duration INTERVAL = java.time.Duration.ofSeconds(1);
  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(60);
  private static final SessionPolicy SHORT =
      new SessionPolicy(
          java.time.Duration.ofSeconds(3),
          java.time.Duration.ofSeconds(3),
          java.time.Duration.ZERO);

  /** More than are swept at once. */
  private static final int MEMBERS = 130;

  private final TestDenizen one;
  private final TestDenizen two;
  private final Caller caller;

  HousekeepingIT(PostgresServer postgresql) {
    one = TestDenizen.onFreshDatabase(postgresql, 4, Telemetry.NONE, SHORT, INTERVAL);
    two = one.beside(4, SHORT, INTERVAL);
    caller = one.caller();
  }

  @AfterAll
  void close() {
    two.close();
    one.close();
  }

  @Test
  void membershipsThatAreOverAreDeletedOnceAndTheOthersStay() {
    Application application = Some.application(caller);
    Identity person = Some.person(caller);
    Membership forEver = Some.membership(caller, application, person, "");
    List<Membership> limited =
        caller
            .memberships()
            .batchCreateMemberships(
                BatchCreateMembershipsRequest.newBuilder()
                    .setParent(application.getName())
                    .addAllRequests(
                        IntStream.range(0, MEMBERS)
                            .mapToObj(i -> joiningForASecond(application))
                            .toList())
                    .build())
            .getMembershipsList();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        one.sql()
                            .strings(
                                "SELECT id::text FROM denizen.memberships"
                                    + " WHERE application_id = ?::uuid AND deleted_at IS NULL",
                                Names.id(application.getName())))
                    .containsExactly(Names.id(forEver.getName())));
    awaitAnotherSweep(
        caller.memberships().createMembership(joiningForASecond(application)).getName());
    assertThat(limited).hasSize(MEMBERS).allSatisfy(this::isExpiredOnce);
  }

  @Test
  void invitationsThatAreOverAreNotedOnce() {
    Invitation invitation = shortInvitation();

    await().atMost(PATIENCE).until(() -> events(invitation.getName()).size() > 1);
    awaitAnotherSweep(shortInvitation().getName());
    assertThat(events(invitation.getName()))
        .containsExactly(
            "invitation.created services/it-tests", "invitation.expired services/denizen");
  }

  @Test
  void verificationTokensThatAreOverAreDeletedOnce() {
    String token =
        caller
            .credentials()
            .issueVerificationToken(
                IssueVerificationTokenRequest.newBuilder()
                    .setIdentity(Some.person(caller).getName())
                    .setPurpose(Purpose.PURPOSE_EMAIL)
                    .setLifetime(Duration.newBuilder().setSeconds(1))
                    .build())
            .getName();

    await().atMost(PATIENCE).until(() -> events(token).size() > 1);
    assertThat(events(token))
        .containsExactly(
            "verification_token.created services/it-tests",
            "verification_token.deleted services/denizen");
  }

  @Test
  void sessionsThatAreOverAreDeletedOnce() {
    Session session = Some.session(caller, Some.person(caller)).getSession();

    await().atMost(PATIENCE).until(() -> events(session.getName()).size() > 1);
    awaitAnotherSweep(Some.session(caller, Some.person(caller)).getSession().getName());
    assertThat(events(session.getName()))
        .containsExactly("session.created services/it-tests", "session.deleted services/denizen");
  }

  private Invitation shortInvitation() {
    CreateInvitationRequest.Builder request =
        Some.inviting(Some.application(caller), "").toBuilder();
    request.getInvitationBuilder().setTtl(Duration.newBuilder().setSeconds(1));
    return caller.invitations().createInvitation(request.build()).getInvitation();
  }

  private CreateMembershipRequest joiningForASecond(Application application) {
    CreateMembershipRequest.Builder request =
        Some.joining(application, Some.person(caller), "").toBuilder();
    request.getMembershipBuilder().setTtl(Duration.newBuilder().setSeconds(1));
    return request.build();
  }

  /** Until what ended later is seen to: whatever is done twice was by then. */
  private void awaitAnotherSweep(String later) {
    await().atMost(PATIENCE).until(() -> events(later).size() > 1);
  }

  private void isExpiredOnce(Membership membership) {
    assertThat(events(membership.getName()))
        .containsExactly(
            "membership.created services/it-tests", "membership.expired services/denizen");
    assertThat(
            Refusal.of(
                    () ->
                        caller
                            .memberships()
                            .getMembership(
                                GetMembershipRequest.newBuilder()
                                    .setName(membership.getName())
                                    .build()))
                .reason())
        .isEqualTo("MEMBERSHIP_NOT_FOUND");
  }

  private List<String> events(String resource) {
    return one.sql()
        .strings(
            "SELECT action || ' ' || actor FROM denizen.audit_events WHERE resource = ?"
                + " ORDER BY sequence",
            resource);
  }
}
