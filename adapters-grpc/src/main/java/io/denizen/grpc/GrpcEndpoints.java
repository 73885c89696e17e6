package io.denizen.grpc;

import io.denizen.grpc.audit.AuditEndpoints;
import io.denizen.grpc.credential.CredentialEndpoints;
import io.denizen.grpc.identity.IdentityEndpoints;
import io.denizen.grpc.membership.MembershipEndpoints;
import io.denizen.grpc.session.SessionEndpoints;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Failures;
import io.denizen.grpc.shared.RequestSizes;
import io.denizen.grpc.shared.UnknownMethods;
import io.grpc.BindableService;
import io.grpc.HandlerRegistry;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public API: every service, behind what every call passes: how failures are told, how large a
 * request may be, and who calls.
 */
public final class GrpcEndpoints {

  /**
   * What the transport is to be given as the size of the largest message, in bytes. More than what
   * is taken ({@value RequestSizes#MAX_BYTES}), so that a request that is too large is refused with
   * the details of any other failure unless it is far too large.
   */
  public static final int MAX_INBOUND_MESSAGE_SIZE = 2 * RequestSizes.MAX_BYTES;

  private GrpcEndpoints() {}

  /** Every service, as it is to be served. */
  public static List<ServerServiceDefinition> of(
      IdentityEndpoints identity,
      MembershipEndpoints membership,
      SessionEndpoints session,
      CredentialEndpoints credential,
      AuditEndpoints audit) {
    return Stream.of(
            identity.services(),
            membership.services(),
            session.services(),
            credential.services(),
            audit.services())
        .flatMap(List::stream)
        .map(GrpcEndpoints::endpoint)
        .toList();
  }

  /** Answers calls of methods that no service has, to be a server's fallback. */
  public static HandlerRegistry unknownMethods() {
    return new UnknownMethods();
  }

  static ServerServiceDefinition endpoint(BindableService service) {
    // Requests are parsed inside the interceptors, so that one that cannot be parsed is told like
    // any other failure.
    return ServerInterceptors.interceptForward(
        ServerInterceptors.useInputStreamMessages(service.bindService()),
        new Failures(),
        new RequestSizes(),
        new Callers());
  }
}
