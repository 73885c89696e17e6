package io.denizen.it.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.GetExternalLoginRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UnlinkExternalLoginRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.server.telemetry.Telemetry;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.ForgetDeviceRequest;
import io.denizen.session.v1.GetSessionRequest;
import io.denizen.session.v1.ListDevicesRequest;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RefreshSessionResponse;
import io.denizen.session.v1.RevokeSessionRequest;
import io.denizen.session.v1.Session;
import io.denizen.session.v1.VerifySessionRequest;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions from sign-in to their end. */
@EndToEnd
class SessionIT {
  private final Caller caller;

  SessionIT(TestDenizen denizen) {
    this.caller = denizen.caller();
  }

  @Test
  void aLostReplyIsAnsweredTheSameAgain() {
    CreateSessionResponse granted = Some.session(caller, Some.person(caller));

    RefreshSessionResponse lost = refresh(caller, granted.getRefreshToken());

    assertThat(refresh(caller, granted.getRefreshToken())).isEqualTo(lost);
    assertThat(verify(caller, granted.getRefreshToken())).isEqualTo(lost.getSession());
    assertThat(verify(caller, lost.getRefreshToken())).isEqualTo(lost.getSession());
    assertThat(refresh(caller, lost.getRefreshToken()).getRefreshToken())
        .isNotEqualTo(lost.getRefreshToken());
  }

  @Test
  void aTokenThatIsReusedEndsItsSessionAndIsInTheTrail(PostgresServer postgresql) {
    SessionPolicy graceless =
        new SessionPolicy(Duration.ofDays(2), Duration.ofDays(1), Duration.ZERO);
    try (TestDenizen strict =
        TestDenizen.onFreshDatabase(postgresql, 4, Telemetry.NONE, graceless)) {
      Caller user = strict.caller();
      CreateSessionResponse granted = Some.session(user, Some.person(user));
      String next = refresh(user, granted.getRefreshToken()).getRefreshToken();

      for (String token : List.of(granted.getRefreshToken(), next)) {
        assertInvalid(Refusal.of(() -> refresh(user, token)));
      }

      Session session = get(user, granted.getSession().getName());
      assertThat(session.getState()).isEqualTo(Session.State.STATE_REVOKED);
      assertThat(session.getRevokeReason())
          .isEqualTo(Session.RevokeReason.REVOKE_REASON_REUSE_DETECTED);
      assertThat(
              strict
                  .sql()
                  .number(
                      "SELECT count(*) FROM denizen.audit_events"
                          + " WHERE action = 'session.reuse_detected' AND resource = ?",
                      session.getName()))
          .isEqualTo(1);
    }
  }

  @Test
  void aSuspendedIdentityNeitherSignsInNorStaysIn() {
    Identity person = Some.person(caller);
    CreateSessionResponse granted = Some.session(caller, person);

    caller
        .identities()
        .suspendIdentity(SuspendIdentityRequest.newBuilder().setName(person.getName()).build());

    Refusal refusal = Refusal.of(() -> Some.session(caller, person));
    assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(refusal.reason()).isEqualTo("IDENTITY_SUSPENDED");
    assertInvalid(Refusal.of(() -> verify(caller, granted.getRefreshToken())));
    assertInvalid(Refusal.of(() -> refresh(caller, granted.getRefreshToken())));
    assertThat(get(caller, granted.getSession().getName()).getRevokeReason())
        .isEqualTo(Session.RevokeReason.REVOKE_REASON_IDENTITY_SUSPENDED);
  }

  @Test
  void whatEndsWithAnIdentityDoesNotComeBackButItsDevicesDo() {
    Identity person = Some.person(caller);
    CreateSessionResponse granted = Some.session(caller, person);

    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(person.getName()).build());
    assertInvalid(Refusal.of(() -> verify(caller, granted.getRefreshToken())));
    caller
        .identities()
        .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(person.getName()).build());

    assertInvalid(Refusal.of(() -> verify(caller, granted.getRefreshToken())));
    assertThat(Refusal.of(() -> get(caller, granted.getSession().getName())).reason())
        .isEqualTo("SESSION_NOT_FOUND");
    assertThat(
            caller
                .sessions()
                .listDevices(ListDevicesRequest.newBuilder().setParent(person.getName()).build())
                .getDevicesList())
        .extracting(Device::getName)
        .containsExactly(granted.getSession().getDevice());
  }

  @Test
  void aForgottenDeviceTakesItsSessionsAlong() {
    CreateSessionResponse granted = Some.session(caller, Some.person(caller));

    caller
        .sessions()
        .forgetDevice(
            ForgetDeviceRequest.newBuilder().setName(granted.getSession().getDevice()).build());

    assertInvalid(Refusal.of(() -> verify(caller, granted.getRefreshToken())));
    Session session =
        caller
            .sessions()
            .getSession(
                GetSessionRequest.newBuilder()
                    .setName(granted.getSession().getName())
                    .setShowDeleted(true)
                    .build());
    assertThat(session.getRevokeReason())
        .isEqualTo(Session.RevokeReason.REVOKE_REASON_DEVICE_FORGOTTEN);
    assertThat(session.hasDeleteTime()).isTrue();
  }

  @Test
  void aRevokedSessionIsOverAtOnce() {
    CreateSessionResponse granted = Some.session(caller, Some.person(caller));
    verify(caller, granted.getRefreshToken());

    Session revoked =
        caller
            .sessions()
            .revokeSession(
                RevokeSessionRequest.newBuilder().setName(granted.getSession().getName()).build());

    assertThat(revoked.getState()).isEqualTo(Session.State.STATE_REVOKED);
    assertInvalid(Refusal.of(() -> verify(caller, granted.getRefreshToken())));
  }

  @Test
  void aSignInShowsOnTheIdentityAndIsNoChangeOfIt() {
    Identity person = Some.person(caller);

    Timestamp signedIn = Some.session(caller, person).getSession().getCreateTime();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> identity(person).getLastLoginTime().equals(signedIn));
    assertThat(identity(person).getEtag()).isEqualTo(person.getEtag());
    assertThat(identity(person).getUpdateTime()).isEqualTo(person.getUpdateTime());
  }

  @Test
  void aSignInShowsOnTheExternalLoginThatItWasBy() {
    Identity person = Some.person(caller);
    ExternalLogin login = Some.externalLogin(caller, person);

    Timestamp signedIn = signIn(person, login).getSession().getCreateTime();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> externalLogin(login).getLastUsedTime().equals(signedIn));
    assertThat(externalLogin(login).getEtag()).isEqualTo(login.getEtag());
    assertThat(externalLogin(login).getUpdateTime()).isEqualTo(login.getUpdateTime());
  }

  @Test
  void nobodySignsInByALoginThatIsNotTheirs() {
    Identity person = Some.person(caller);
    ExternalLogin others = Some.externalLogin(caller, Some.person(caller));
    ExternalLogin gone = Some.externalLogin(caller, person);
    caller
        .externalLogins()
        .unlinkExternalLogin(
            UnlinkExternalLoginRequest.newBuilder().setName(gone.getName()).build());

    assertThat(Refusal.of(() -> signIn(person, others)).fields()).containsExactly("external_login");
    assertThat(Refusal.of(() -> signIn(person, gone)).reason())
        .isEqualTo("EXTERNAL_LOGIN_NOT_FOUND");
  }

  private CreateSessionResponse signIn(Identity person, ExternalLogin by) {
    return caller
        .sessions()
        .createSession(Some.signingIn(person).setExternalLogin(by.getName()).build());
  }

  private ExternalLogin externalLogin(ExternalLogin login) {
    return caller
        .externalLogins()
        .getExternalLogin(GetExternalLoginRequest.newBuilder().setName(login.getName()).build());
  }

  private Identity identity(Identity person) {
    return caller
        .identities()
        .getIdentity(GetIdentityRequest.newBuilder().setName(person.getName()).build());
  }

  private static RefreshSessionResponse refresh(Caller caller, String token) {
    return caller
        .sessions()
        .refreshSession(RefreshSessionRequest.newBuilder().setRefreshToken(token).build());
  }

  private static Session verify(Caller caller, String token) {
    return caller
        .sessions()
        .verifySession(VerifySessionRequest.newBuilder().setRefreshToken(token).build());
  }

  private static Session get(Caller caller, String name) {
    return caller.sessions().getSession(GetSessionRequest.newBuilder().setName(name).build());
  }

  private static void assertInvalid(Refusal refusal) {
    assertThat(refusal.code()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(refusal.reason()).isEqualTo("SESSION_INVALID");
    assertThat(refusal.metadata()).isEmpty();
  }
}
