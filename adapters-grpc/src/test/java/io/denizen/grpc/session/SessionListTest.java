package io.denizen.grpc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.Identity;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.ForgetDeviceRequest;
import io.denizen.session.v1.ListDevicesRequest;
import io.denizen.session.v1.ListSessionsRequest;
import io.denizen.session.v1.RevokeSessionRequest;
import io.denizen.session.v1.Session;
import io.grpc.Status.Code;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class SessionListTest extends GrpcTest {

  private final Identity identity = create(person());

  @Test
  void isListedByStateAndDevice() {
    Session one = signIn(identity).getSession();
    Session other = signIn(identity).getSession();
    Session revoked = revoke(signIn(identity).getSession());

    assertThat(list(request -> request)).containsExactly(one, other, revoked);
    assertThat(list(request -> request.setOrderBy("create_time desc")))
        .containsExactly(revoked, other, one);
    assertThat(list(request -> request.setFilter("state = STATE_ACTIVE")))
        .containsExactly(one, other);
    assertThat(list(request -> request.setFilter("state = STATE_REVOKED")))
        .containsExactly(revoked);
    assertThat(list(request -> request.setFilter("state = STATE_EXPIRED"))).isEmpty();
    assertThat(list(request -> request.setFilter("device = \"%s\"".formatted(other.getDevice()))))
        .containsExactly(other);
    for (String wrong :
        List.of("state = OPEN", "user_agent = x", "device = \"identities/x/devices/y\"")) {
      denizen.refused(() -> list(request -> request.setFilter(wrong))).isInvalid("filter");
    }
  }

  @Test
  void isWalkedPageByPage() {
    Session one = signIn(identity).getSession();
    Session other = signIn(identity).getSession();
    ListSessionsRequest.Builder page =
        ListSessionsRequest.newBuilder().setParent(identity.getName()).setPageSize(1);

    String token = sessions.listSessions(page.build()).getNextPageToken();

    assertThat(sessions.listSessions(page.build()).getSessionsList()).containsExactly(one);
    assertThat(sessions.listSessions(page.setPageToken(token).build()).getSessionsList())
        .containsExactly(other);
    denizen
        .refused(() -> sessions.listSessions(page.setShowDeleted(true).build()))
        .isInvalid("page_token");
  }

  @Test
  void aDeviceIsListedUntilItIsForgotten() {
    Session session = signIn(identity).getSession();
    ListDevicesRequest request =
        ListDevicesRequest.newBuilder().setParent(identity.getName()).build();
    Device device = sessions.listDevices(request).getDevices(0);

    assertThat(device.getName()).isEqualTo(session.getDevice());
    assertThat(device.getDisplayName()).isEqualTo("Ada's telephone");
    assertThat(device.getType()).isEqualTo(Device.Type.TYPE_PHONE);
    Device forgotten =
        sessions.forgetDevice(ForgetDeviceRequest.newBuilder().setName(device.getName()).build());

    assertThat(forgotten.hasDeleteTime()).isTrue();
    assertThat(sessions.listDevices(request).getDevicesList()).isEmpty();
    assertThat(
            sessions.listDevices(request.toBuilder().setShowDeleted(true).build()).getDevicesList())
        .containsExactly(forgotten);
    denizen
        .refused(
            () ->
                sessions.forgetDevice(
                    ForgetDeviceRequest.newBuilder().setName(device.getName()).build()))
        .is(Code.NOT_FOUND, "DEVICE_NOT_FOUND")
        .of(device.getName());
    denizen
        .refused(() -> sessions.listDevices(request.toBuilder().setFilter("type = PHONE").build()))
        .isInvalid("filter");
  }

  private List<Session> list(UnaryOperator<ListSessionsRequest.Builder> more) {
    return sessions
        .listSessions(
            more.apply(ListSessionsRequest.newBuilder().setParent(identity.getName())).build())
        .getSessionsList();
  }

  private Session revoke(Session session) {
    return sessions.revokeSession(
        RevokeSessionRequest.newBuilder().setName(session.getName()).build());
  }
}
