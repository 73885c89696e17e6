package io.denizen.grpc.session;

import io.denizen.application.session.SessionGrant;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Revocation;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.session.SessionState;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Page;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Times;
import io.denizen.session.v1.ListSessionsRequest;
import io.denizen.session.v1.ListSessionsResponse;
import io.denizen.session.v1.Session;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps sessions between the API and the domain, both ways. */
final class SessionMessages {

  private SessionMessages() {}

  /**
   * A session as it is answered.
   *
   * @param now decides whether it has expired
   */
  static Session message(io.denizen.domain.session.Session session, Instant now) {
    Session.Builder message =
        Session.newBuilder()
            .setName(session.name().value())
            .setIdentity(Identity.name(session.identityId()).value())
            .setState(state(session.state(now)))
            .setExpireTime(Times.timestamp(session.expireTime()))
            .setLastActiveTime(Times.timestamp(session.lastActiveTime()))
            .setCreateTime(Times.timestamp(session.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(session.lifecycle().updateTime()));
    if (session.deviceId() != null) {
      message.setDevice(
          io.denizen.domain.session.Device.name(session.identityId(), session.deviceId()).value());
    }
    if (session.origin().ipAddress() != null) {
      message.setIpAddress(session.origin().ipAddress().value());
    }
    if (session.origin().userAgent() != null) {
      message.setUserAgent(session.origin().userAgent().value());
    }
    Revocation revocation = session.revocation();
    if (revocation != null) {
      message
          .setRevokeTime(Times.timestamp(revocation.time()))
          .setRevokeReason(reason(revocation.reason()));
    }
    if (session.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(session.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListSessionsResponse list(
      ListSessionsRequest request,
      SessionQuery query,
      Page<io.denizen.domain.session.Session> page) {
    Listed<Session> listed =
        Listed.of(request, page, SessionQuery::cursor, session -> message(session, query.now()));
    return ListSessionsResponse.newBuilder()
        .addAllSessions(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  /** What the client is given; nothing where it was given before. */
  static String secret(SessionGrant grant) {
    RefreshSecret secret = grant.secret();
    return secret == null ? "" : secret.text();
  }

  static Nested<IdentityId, SessionId> id(String name) {
    return partId("sessions", SessionId::new, name);
  }

  /** Both ids in {@code identities/{uuid}/collection/{uuid}}. */
  static <I> Nested<IdentityId, I> partId(String collection, Function<UUID, I> id, String name) {
    return Nested.read("identities", IdentityId::new, collection, id, name);
  }

  static IdentityId identity(String name) {
    return new IdentityId(ResourceIds.in("identities", name));
  }

  /** What a client presents; what is no token of ours is refused like one that opens nothing. */
  static RefreshSecret secret(Fields fields, String text) {
    return fields.required(
        "refresh_token",
        text,
        token ->
            RefreshSecret.parse(token)
                .orElseThrow(() -> new SessionFailure.Invalid().asException()));
  }

  /**
   * Where somebody signs in from.
   *
   * @param path of the message that says it, with a dot behind it; empty for the request itself
   */
  static SessionOrigin origin(Fields fields, String path, String ipAddress, String userAgent) {
    @Nullable IpAddress address = fields.optional(path + "ip_address", ipAddress, IpAddress::new);
    @Nullable UserAgent agent = fields.optional(path + "user_agent", userAgent, UserAgent::new);
    return new SessionOrigin(address, agent);
  }

  static SessionQuery query(Fields fields, ListSessionsRequest request, Instant now) {
    IdentityId parent = fields.required("parent", request.getParent(), SessionMessages::identity);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable SessionState state = filter.equal("state", SessionMessages::state);
    @Nullable DeviceId device = filter.equal("device", name -> DeviceMessages.id(name).in(parent));
    filter.end("state and device, each with =");
    OrderBy<Boolean> order =
        OrderBy.read(
            fields, request.getOrderBy(), DeviceMessages.ORDERS, DeviceMessages.OLDEST_FIRST);
    return fields.read(
        () ->
            new SessionQuery(
                parent, device, state, now, order.descending(), request.getShowDeleted()));
  }

  private static SessionState state(String text) {
    for (SessionState state : SessionState.values()) {
      if (text.equals("STATE_" + state)) {
        return state;
      }
    }
    throw new InvalidValue("must be a value of the enum, such as STATE_ACTIVE").asException();
  }

  private static Session.State state(SessionState state) {
    return switch (state) {
      case ACTIVE -> Session.State.STATE_ACTIVE;
      case REVOKED -> Session.State.STATE_REVOKED;
      case EXPIRED -> Session.State.STATE_EXPIRED;
    };
  }

  private static Session.RevokeReason reason(SignInEnd reason) {
    return switch (reason) {
      case REQUESTED -> Session.RevokeReason.REVOKE_REASON_REQUESTED;
      case REUSE_DETECTED -> Session.RevokeReason.REVOKE_REASON_REUSE_DETECTED;
      case DEVICE_FORGOTTEN -> Session.RevokeReason.REVOKE_REASON_DEVICE_FORGOTTEN;
      case IDENTITY_SUSPENDED -> Session.RevokeReason.REVOKE_REASON_IDENTITY_SUSPENDED;
      case IDENTITY_DELETED -> Session.RevokeReason.REVOKE_REASON_IDENTITY_DELETED;
      case PASSWORD_CHANGED -> Session.RevokeReason.REVOKE_REASON_PASSWORD_CHANGED;
    };
  }
}
