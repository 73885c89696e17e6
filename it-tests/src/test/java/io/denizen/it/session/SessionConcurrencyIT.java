package io.denizen.it.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.session.SessionPolicy;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.server.telemetry.Telemetry;
import io.denizen.session.v1.CreateSessionRequest;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RefreshSessionResponse;
import io.denizen.session.v1.RevokeAllSessionsRequest;
import io.denizen.session.v1.RevokeAllSessionsResponse;
import io.denizen.session.v1.VerifySessionRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What happens to sessions when many come at the same moment. The grace is as long as it can be:
 * what is slow here is the machine.
 */
@EndToEnd
@TestInstance(Lifecycle.PER_CLASS)
class SessionConcurrencyIT {
  private static final int CALLERS = 64;
  private static final int CONNECTIONS = 10;
  private static final SessionPolicy PATIENT =
      new SessionPolicy(Duration.ofDays(90), Duration.ofDays(14), Duration.ofMinutes(5));

  private final TestDenizen denizen;

  /** Several connections, so that not even the network puts the calls into an order. */
  private final List<Caller> callers;

  SessionConcurrencyIT(PostgresServer postgresql) {
    this.denizen = TestDenizen.onFreshDatabase(postgresql, CONNECTIONS, Telemetry.NONE, PATIENT);
    this.callers = IntStream.range(0, 4).mapToObj(i -> denizen.as("services/racers")).toList();
  }

  @AfterAll
  void close() {
    denizen.close();
  }

  @Test
  void ofManyRefreshesWithOneTokenExactlyOneMakesTheNext() {
    CreateSessionResponse granted = Some.session(callers.getFirst(), person());
    RefreshSessionRequest request =
        RefreshSessionRequest.newBuilder().setRefreshToken(granted.getRefreshToken()).build();

    AtOnce<RefreshSessionResponse> refreshes =
        AtOnce.run(CALLERS, i -> caller(i).sessions().refreshSession(request));

    assertThat(refreshes.outcomes()).isEqualTo(Map.of("OK", CALLERS));
    Set<String> tokens =
        refreshes.answers().stream()
            .map(RefreshSessionResponse::getRefreshToken)
            .collect(Collectors.toSet());
    assertThat(tokens).hasSize(1).doesNotContain(granted.getRefreshToken(), "");
    String session = Names.id(granted.getSession().getName());
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT count(*) FROM denizen.refresh_tokens"
                        + " WHERE session_id = ?::uuid AND deleted_at IS NULL",
                    session))
        .isEqualTo(1);
    assertThat(
            denizen
                .sql()
                .strings(
                    "SELECT action FROM denizen.audit_events WHERE resource LIKE ? ORDER BY sequence",
                    granted.getSession().getName() + "%"))
        .containsExactly(
            "session.created",
            "refresh_token.created",
            "refresh_token.consumed",
            "refresh_token.created",
            "session.refreshed");
    assertThat(
            caller(1)
                .sessions()
                .verifySession(
                    VerifySessionRequest.newBuilder()
                        .setRefreshToken(tokens.iterator().next())
                        .build())
                .getName())
        .isEqualTo(granted.getSession().getName());
  }

  @Test
  void manyWhoSignInAtOnceFromOneNewDeviceShareIt() {
    CreateSessionRequest request = Some.signingIn(person()).build();

    AtOnce<CreateSessionResponse> grants =
        AtOnce.run(CALLERS / 4, i -> caller(i).sessions().createSession(request));

    assertThat(grants.outcomes()).isEqualTo(Map.of("OK", CALLERS / 4));
    assertThat(grants.answers().stream().map(grant -> grant.getSession().getDevice()).distinct())
        .hasSize(1);
    assertThat(grants.answers().stream().map(CreateSessionResponse::getRefreshToken).distinct())
        .hasSize(CALLERS / 4);
  }

  @Test
  void whoeverRefreshesWhileAllIsRevokedIsOutInTheEnd() {
    Identity person = person();
    List<String> tokens =
        IntStream.range(0, 8)
            .mapToObj(i -> Some.session(callers.getFirst(), person).getRefreshToken())
            .toList();

    AtOnce<Object> calls =
        AtOnce.run(
            tokens.size() + 1,
            i ->
                i == tokens.size()
                    ? revokeAll(caller(i), person)
                    : caller(i)
                        .sessions()
                        .refreshSession(
                            RefreshSessionRequest.newBuilder()
                                .setRefreshToken(tokens.get(i))
                                .build()));

    assertThat(calls.outcomes().keySet()).isSubsetOf("OK", "UNAUTHENTICATED SESSION_INVALID");
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT count(*) FROM denizen.sessions"
                        + " WHERE identity_id = ?::uuid AND revoked_at IS NULL",
                    Names.id(person.getName())))
        .isZero();
  }

  /** There are more who may overtake it than the times that the server itself tries again. */
  private static RevokeAllSessionsResponse revokeAll(Caller caller, Identity person) {
    RevokeAllSessionsRequest request =
        RevokeAllSessionsRequest.newBuilder().setParent(person.getName()).build();
    while (true) {
      try {
        return caller.sessions().revokeAllSessions(request);
      } catch (StatusRuntimeException refused) {
        if (refused.getStatus().getCode() != Status.Code.ABORTED) {
          throw refused;
        }
      }
    }
  }

  private Identity person() {
    return Some.person(callers.getFirst());
  }

  private Caller caller(int number) {
    return callers.get(number % callers.size());
  }
}
