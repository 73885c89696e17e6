package io.denizen.grpc.session;

import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.Submissions;
import io.denizen.session.v1.CreateSessionRequest;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.ForgetDeviceRequest;
import io.denizen.session.v1.GetSessionRequest;
import io.denizen.session.v1.ListDevicesRequest;
import io.denizen.session.v1.ListDevicesResponse;
import io.denizen.session.v1.ListSessionsRequest;
import io.denizen.session.v1.ListSessionsResponse;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RefreshSessionResponse;
import io.denizen.session.v1.RevokeAllSessionsRequest;
import io.denizen.session.v1.RevokeAllSessionsResponse;
import io.denizen.session.v1.RevokeSessionRequest;
import io.denizen.session.v1.Session;
import io.denizen.session.v1.SessionServiceGrpc.SessionServiceImplBase;
import io.denizen.session.v1.VerifySessionRequest;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * {@code denizen.session.v1.SessionService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class SessionGrpcService extends SessionServiceImplBase {

  private final SessionEndpoints room;

  SessionGrpcService(SessionEndpoints room) {
    this.room = room;
  }

  @Override
  public void createSession(
      CreateSessionRequest request, StreamObserver<CreateSessionResponse> observer) {
    Answers.send(
        observer,
        grant ->
            CreateSessionResponse.newBuilder()
                .setSession(message(grant.session()))
                .setRefreshToken(SessionMessages.secret(grant))
                .build(),
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityId identity =
              fields.required("parent", request.getParent(), SessionMessages::identity);
          Session session = request.getSession();
          SessionOrigin origin =
              SessionMessages.origin(
                  fields, "session.", session.getIpAddress(), session.getUserAgent());
          @Nullable DeviceDetails device = DeviceMessages.details(fields, request);
          @Nullable ExternalLoginId externalLogin =
              fields.optional(
                  "external_login",
                  request.getExternalLogin(),
                  name ->
                      SessionMessages.partId("externalLogins", ExternalLoginId::new, name)
                          .in(identity));
          return fields.read(
              () -> room.creation().create(submission, identity, origin, device, externalLogin));
        });
  }

  @Override
  public void getSession(GetSessionRequest request, StreamObserver<Session> observer) {
    Answers.send(
        observer,
        this::message,
        fields -> {
          Nested<IdentityId, SessionId> session = session(fields, request.getName());
          return fields.read(
              () ->
                  room.directory()
                      .get(
                          Callers.current(),
                          session.parent(),
                          session.id(),
                          request.getShowDeleted()));
        });
  }

  @Override
  public void listSessions(
      ListSessionsRequest request, StreamObserver<ListSessionsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          SessionQuery query = SessionMessages.query(fields, request, room.directory().now());
          return fields
              .read(() -> room.directory().list(Callers.current(), query, page))
              .thenApply(found -> SessionMessages.list(request, query, found));
        });
  }

  @Override
  public void refreshSession(
      RefreshSessionRequest request, StreamObserver<RefreshSessionResponse> observer) {
    Answers.send(
        observer,
        grant ->
            RefreshSessionResponse.newBuilder()
                .setSession(message(grant.session()))
                .setRefreshToken(SessionMessages.secret(grant))
                .build(),
        fields -> {
          Submission submission = Submissions.read(fields, request);
          SessionOrigin from =
              SessionMessages.origin(fields, "", request.getIpAddress(), request.getUserAgent());
          RefreshSecret presented = SessionMessages.secret(fields, request.getRefreshToken());
          return fields.read(() -> room.refresh().refresh(submission, presented, from));
        });
  }

  @Override
  public void verifySession(VerifySessionRequest request, StreamObserver<Session> observer) {
    Answers.send(
        observer,
        this::message,
        fields -> {
          RefreshSecret presented = SessionMessages.secret(fields, request.getRefreshToken());
          return fields.read(() -> room.directory().verify(Callers.current(), presented));
        });
  }

  @Override
  public void revokeSession(RevokeSessionRequest request, StreamObserver<Session> observer) {
    Answers.send(
        observer,
        this::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          Nested<IdentityId, SessionId> session = session(fields, request.getName());
          return fields.read(
              () -> room.revocation().revoke(submission, session.parent(), session.id()));
        });
  }

  @Override
  public void revokeAllSessions(
      RevokeAllSessionsRequest request, StreamObserver<RevokeAllSessionsResponse> observer) {
    Answers.send(
        observer,
        revoked -> RevokeAllSessionsResponse.newBuilder().setRevokedCount(revoked).build(),
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityId identity =
              fields.required("parent", request.getParent(), SessionMessages::identity);
          @Nullable SessionId kept =
              fields.optional(
                  "kept_session",
                  request.getKeptSession(),
                  name -> SessionMessages.id(name).in(identity));
          return fields.read(() -> room.revocation().revokeAll(submission, identity, kept));
        });
  }

  @Override
  public void listDevices(
      ListDevicesRequest request, StreamObserver<ListDevicesResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          DeviceQuery query = DeviceMessages.query(fields, request);
          return fields
              .read(() -> room.directory().listDevices(Callers.current(), query, page))
              .thenApply(found -> DeviceMessages.list(request, found));
        });
  }

  @Override
  public void forgetDevice(ForgetDeviceRequest request, StreamObserver<Device> observer) {
    Answers.send(
        observer,
        DeviceMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          Nested<IdentityId, DeviceId> device =
              fields.required("name", request.getName(), DeviceMessages::id);
          return fields.read(
              () -> room.revocation().forget(submission, device.parent(), device.id()));
        });
  }

  private static Nested<IdentityId, SessionId> session(Fields fields, String name) {
    return fields.required("name", name, SessionMessages::id);
  }

  private Session message(io.denizen.domain.session.Session session) {
    return SessionMessages.message(session, room.directory().now());
  }
}
