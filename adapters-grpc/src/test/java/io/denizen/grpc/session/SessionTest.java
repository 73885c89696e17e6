package io.denizen.grpc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.grpc.testing.Refusal;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.session.v1.CreateSessionRequest;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.GetSessionRequest;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RefreshSessionResponse;
import io.denizen.session.v1.RevokeAllSessionsRequest;
import io.denizen.session.v1.RevokeSessionRequest;
import io.denizen.session.v1.Session;
import io.denizen.session.v1.VerifySessionRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionTest extends GrpcTest {

  private static final String UNKNOWN_TOKEN = "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private final Identity identity = create(person());

  @Test
  void isAnsweredWithEverythingThatIsKnownOfItAndWithItsToken() {
    CreateSessionResponse granted = signIn(identity);
    Session session = granted.getSession();

    assertThat(session.getName()).startsWith(identity.getName() + "/sessions/");
    assertThat(session.getIdentity()).isEqualTo(identity.getName());
    assertThat(session.getDevice()).startsWith(identity.getName() + "/devices/");
    assertThat(session.getIpAddress()).isEqualTo("192.0.2.7");
    assertThat(session.getUserAgent()).isEqualTo("Browser/1.0");
    assertThat(session.getState()).isEqualTo(Session.State.STATE_ACTIVE);
    assertThat(session.getExpireTime().getSeconds())
        .isEqualTo(session.getCreateTime().getSeconds() + 14 * 86_400);
    assertThat(session.hasRevokeTime()).isFalse();
    assertThat(granted.getRefreshToken()).matches("dzr_[A-Za-z0-9_-]{43}");
    assertThat(get(session)).isEqualTo(session);
    assertThat(verify(granted.getRefreshToken())).isEqualTo(session);
  }

  @Test
  void needsNothingToBeKnownOfWhereItComesFrom() {
    Session session =
        sessions
            .createSession(CreateSessionRequest.newBuilder().setParent(identity.getName()).build())
            .getSession();

    assertThat(session.getDevice()).isEmpty();
    assertThat(session.getIpAddress()).isEmpty();
    assertThat(session.getUserAgent()).isEmpty();
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    CreateSessionRequest wrong =
        CreateSessionRequest.newBuilder()
            .setParent("identities/ada")
            .setSession(Session.newBuilder().setIpAddress("everywhere").setUserAgent("\n"))
            .setDevice(Device.newBuilder().setDeviceId("my phone").setTypeValue(99))
            .setRequestId("once")
            .build();

    denizen
        .refused(() -> sessions.createSession(wrong))
        .isInvalid(
            "request_id",
            "parent",
            "session.ip_address",
            "session.user_agent",
            "device.device_id",
            "device.display_name",
            "device.type");
    denizen
        .refused(
            () ->
                sessions.refreshSession(
                    RefreshSessionRequest.newBuilder()
                        .setIpAddress("everywhere")
                        .setUserAgent("\n")
                        .build()))
        .isInvalid("ip_address", "user_agent", "refresh_token");
    denizen.refused(() -> verify("")).isInvalid("refresh_token");
  }

  @Test
  void aTokenThatOpensNothingIsRefusedWithoutAHint() {
    CreateSessionResponse revoked = signIn(identity);
    revoke(revoked.getSession());
    CreateSessionResponse suspended = signIn(create(person()));
    identities.suspendIdentity(
        SuspendIdentityRequest.newBuilder().setName(suspended.getSession().getIdentity()).build());

    for (String token :
        List.of(
            UNKNOWN_TOKEN, "nonsense", revoked.getRefreshToken(), suspended.getRefreshToken())) {
      Refusal verification = denizen.refused(() -> verify(token));
      verification.is(Code.UNAUTHENTICATED, "SESSION_INVALID");
      assertThat(denizen.refused(() -> refresh(token))).isEqualTo(verification);
    }
  }

  @Test
  void aRefreshAnswersTheNextToken() {
    CreateSessionResponse granted = signIn(identity);

    RefreshSessionResponse refreshed =
        sessions.refreshSession(
            RefreshSessionRequest.newBuilder()
                .setRefreshToken(granted.getRefreshToken())
                .setIpAddress("2001:DB8:0::1")
                .build());

    assertThat(refreshed.getRefreshToken())
        .matches("dzr_[A-Za-z0-9_-]{43}")
        .isNotEqualTo(granted.getRefreshToken());
    assertThat(refreshed.getSession().getIpAddress()).isEqualTo("2001:db8::1");
    assertThat(refreshed.getSession().getUserAgent()).isEqualTo("Browser/1.0");
    assertThat(denizen.unaudited(() -> refresh(granted.getRefreshToken()))).isEqualTo(refreshed);
  }

  @Test
  void aRepeatedOrRehearsedRequestIsAnsweredWithoutAToken() {
    CreateSessionRequest request =
        CreateSessionRequest.newBuilder()
            .setParent(identity.getName())
            .setRequestId(requestId())
            .build();
    CreateSessionResponse granted = sessions.createSession(request);

    assertThat(denizen.unaudited(() -> sessions.createSession(request)))
        .isEqualTo(CreateSessionResponse.newBuilder().setSession(granted.getSession()).build());
    assertThat(
            denizen
                .unaudited(
                    () ->
                        sessions.createSession(
                            request.toBuilder().clearRequestId().setValidateOnly(true).build()))
                .getRefreshToken())
        .isEmpty();
    assertThat(
            denizen
                .unaudited(
                    () ->
                        sessions.refreshSession(
                            RefreshSessionRequest.newBuilder()
                                .setRefreshToken(granted.getRefreshToken())
                                .setValidateOnly(true)
                                .build()))
                .getRefreshToken())
        .isEmpty();
  }

  @Test
  void isRevokedWithOneEventAndAllOfThemWithOneEach() {
    Session one = signIn(identity).getSession();
    Session kept = signIn(identity).getSession();
    signIn(identity);
    signIn(identity);

    Session revoked = denizen.audited("session.revoked", () -> revoke(one));
    assertThat(revoked.getState()).isEqualTo(Session.State.STATE_REVOKED);
    assertThat(revoked.getRevokeReason()).isEqualTo(Session.RevokeReason.REVOKE_REASON_REQUESTED);
    assertThat(denizen.unaudited(() -> revoke(one))).isEqualTo(revoked);
    RevokeAllSessionsRequest others =
        RevokeAllSessionsRequest.newBuilder()
            .setParent(identity.getName())
            .setKeptSession(kept.getName())
            .build();
    assertThat(
            denizen.audited(
                () ->
                    assertThat(sessions.revokeAllSessions(others).getRevokedCount()).isEqualTo(2)))
        .extracting(AuditEvent::action)
        .extracting(Object::toString)
        .containsExactly("session.revoked", "session.revoked");
    assertThat(get(kept).getState()).isEqualTo(Session.State.STATE_ACTIVE);
    Session elsewhere = signIn(create(person())).getSession();
    denizen
        .refused(
            () ->
                sessions.revokeAllSessions(
                    others.toBuilder().setKeptSession(elsewhere.getName()).build()))
        .isInvalid("kept_session");
    denizen
        .refused(
            () ->
                sessions.revokeAllSessions(
                    others.toBuilder().setKeptSession(one.getName()).build()))
        .is(Code.NOT_FOUND, "SESSION_NOT_FOUND")
        .of(one.getName());
  }

  @Test
  void whatIsNotThereIsNotFoundByItsName() {
    String nobody = "identities/" + NOBODY;
    String nothing = identity.getName() + "/sessions/" + NOBODY;

    denizen
        .refused(
            () ->
                sessions.createSession(CreateSessionRequest.newBuilder().setParent(nobody).build()))
        .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND")
        .of(nobody);
    denizen
        .refused(() -> sessions.getSession(GetSessionRequest.newBuilder().setName(nothing).build()))
        .is(Code.NOT_FOUND, "SESSION_NOT_FOUND")
        .of(nothing);
    denizen
        .refused(
            () -> sessions.getSession(GetSessionRequest.newBuilder().setName("sessions/1").build()))
        .isInvalid("name");
  }

  private Session get(Session session) {
    return sessions.getSession(GetSessionRequest.newBuilder().setName(session.getName()).build());
  }

  private Session revoke(Session session) {
    return sessions.revokeSession(
        RevokeSessionRequest.newBuilder().setName(session.getName()).build());
  }

  private Session verify(String token) {
    return sessions.verifySession(VerifySessionRequest.newBuilder().setRefreshToken(token).build());
  }

  private RefreshSessionResponse refresh(String token) {
    return sessions.refreshSession(
        RefreshSessionRequest.newBuilder().setRefreshToken(token).build());
  }
}
