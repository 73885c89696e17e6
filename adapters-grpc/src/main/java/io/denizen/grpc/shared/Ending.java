package io.denizen.grpc.shared;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** How a call ends that is not answered: a status and, in the trailers, its details. */
record Ending(Status status, Metadata trailers) {

  void close(ServerCall<?, ?> call) {
    call.close(status, trailers);
  }
}
