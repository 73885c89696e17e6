package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.server.telemetry.Telemetry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whoever begins where somebody's time is over need not wait for a sweep: here is none. */
@EndToEnd
@TestInstance(Lifecycle.PER_CLASS)
class MembershipRoomIT {
  private static final int CALLERS = 16;

  private final TestDenizen denizen;
  private final Caller caller;
  private final Application application;

  MembershipRoomIT(PostgresServer postgresql) {
    denizen =
        TestDenizen.onFreshDatabase(
            postgresql, 8, Telemetry.NONE, SessionPolicy.STANDARD, java.time.Duration.ofDays(1));
    caller = denizen.caller();
    application = Some.application(caller);
  }

  @AfterAll
  void close() {
    denizen.close();
  }

  @Test
  void ofManyWhoComeAtOnceOneTakesThePlace() {
    Identity ada = Some.person(caller);
    Membership over = forAMoment(ada);
    awaitTheEndOf(over);

    AtOnce<Membership> came =
        AtOnce.run(
            CALLERS,
            i -> caller.memberships().createMembership(Some.joining(application, ada, "")));

    assertThat(came.outcomes())
        .isEqualTo(Map.of("OK", 1, "ALREADY_EXISTS MEMBERSHIP_EXISTS", CALLERS - 1));
    assertThat(events(over)).containsExactly("membership.created", "membership.expired");
  }

  @Test
  void aBatchTakesPlacesThatAreFreeAndPlacesThatAreOver() {
    Identity ada = Some.person(caller);
    Identity grace = Some.person(caller);
    List<Membership> over = List.of(forAMoment(ada), forAMoment(grace));
    awaitTheEndOf(over.getLast());

    List<Membership> created =
        caller
            .memberships()
            .batchCreateMemberships(
                BatchCreateMembershipsRequest.newBuilder()
                    .setParent(application.getName())
                    .addRequests(Some.joining(application, ada, ""))
                    .addRequests(Some.joining(application, Some.person(caller), ""))
                    .addRequests(Some.joining(application, grace, ""))
                    .build())
            .getMembershipsList();

    assertThat(created).hasSize(3);
    assertThat(over)
        .allSatisfy(
            each ->
                assertThat(events(each))
                    .containsExactly("membership.created", "membership.expired"));
  }

  private Membership forAMoment(Identity identity) {
    CreateMembershipRequest.Builder request = Some.joining(application, identity, "").toBuilder();
    request.getMembershipBuilder().setTtl(Duration.newBuilder().setNanos(200_000_000));
    return caller.memberships().createMembership(request.build());
  }

  /** The server has the same clock. */
  private static void awaitTheEndOf(Membership membership) {
    Instant end =
        Instant.ofEpochSecond(
            membership.getExpireTime().getSeconds(), membership.getExpireTime().getNanos());
    await().atMost(java.time.Duration.ofSeconds(60)).until(() -> Instant.now().isAfter(end));
  }

  private List<String> events(Membership membership) {
    return denizen
        .sql()
        .strings(
            "SELECT action FROM denizen.audit_events WHERE resource = ? ORDER BY sequence",
            membership.getName());
  }
}
