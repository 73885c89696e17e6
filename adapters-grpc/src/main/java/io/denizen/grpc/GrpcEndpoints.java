package io.denizen.grpc;

import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Failures;
import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;

/** Puts services behind what every call passes: who calls, and how failures are told. */
public final class GrpcEndpoints {

  private GrpcEndpoints() {}

  /** A service as it is to be served. */
  public static ServerServiceDefinition endpoint(BindableService service) {
    // Requests are parsed inside the interceptors, so that one that cannot be parsed is told like
    // any other failure.
    return ServerInterceptors.interceptForward(
        ServerInterceptors.useInputStreamMessages(service.bindService()),
        new Failures(),
        new Callers());
  }
}
