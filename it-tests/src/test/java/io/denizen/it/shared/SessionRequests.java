package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Some;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.ForgetDeviceRequest;
import io.denizen.session.v1.GetSessionRequest;
import io.denizen.session.v1.ListDevicesRequest;
import io.denizen.session.v1.ListSessionsRequest;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RevokeAllSessionsRequest;
import io.denizen.session.v1.RevokeSessionRequest;
import io.denizen.session.v1.VerifySessionRequest;

/** Requests that succeed about sessions and devices. */
record SessionRequests(Caller caller) {

  Message of(String service, String method) {
    return switch (service) {
      case "denizen.session.v1.SessionService" -> session(method);
      default -> throw ValidRequests.nobodySaid(service);
    };
  }

  private Message session(String method) {
    Identity identity = Some.person(caller);
    CreateSessionResponse granted = Some.session(caller, identity);
    String name = granted.getSession().getName();
    String token = granted.getRefreshToken();
    return switch (method) {
      case "CreateSession" -> Some.signingIn(identity).build();
      case "GetSession" -> GetSessionRequest.newBuilder().setName(name).build();
      case "ListSessions" -> ListSessionsRequest.newBuilder().setParent(identity.getName()).build();
      case "RefreshSession" -> RefreshSessionRequest.newBuilder().setRefreshToken(token).build();
      case "VerifySession" -> VerifySessionRequest.newBuilder().setRefreshToken(token).build();
      case "RevokeSession" -> RevokeSessionRequest.newBuilder().setName(name).build();
      case "RevokeAllSessions" ->
          RevokeAllSessionsRequest.newBuilder().setParent(identity.getName()).build();
      case "ListDevices" -> ListDevicesRequest.newBuilder().setParent(identity.getName()).build();
      case "ForgetDevice" ->
          ForgetDeviceRequest.newBuilder().setName(granted.getSession().getDevice()).build();
      default -> throw ValidRequests.nobodySaid(method);
    };
  }
}
