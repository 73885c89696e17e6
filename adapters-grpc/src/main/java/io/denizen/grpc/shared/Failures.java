package io.denizen.grpc.shared;

import com.google.protobuf.InvalidProtocolBufferException;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever ends a call into a status that a caller can act on. Whatever is not a {@link
 * Failure} is a fault of ours: the log gets all of it, the caller a correlation id.
 */
public final class Failures implements ServerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    ServerCall<Q, R> mapped = new MappedCall<>(call);
    return new GuardedListener<>(next.startCall(mapped, headers), mapped);
  }

  /** Maps the status that the call is closed with. */
  private static final class MappedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    MappedCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (status.isOk() || Statuses.hasDetails(trailers)) {
        super.close(status, trailers);
        return;
      }
      Failure failure = failure(status.getCause());
      if (failure != null) {
        super.close(Statuses.of(failure), Statuses.details(failure));
        return;
      }
      String correlationId = UUID.randomUUID().toString();
      LOG.error(
          "{} failed, correlation id {}: {}",
          getMethodDescriptor().getFullMethodName(),
          correlationId,
          status.getCode(),
          status.getCause());
      super.close(Statuses.internal(correlationId), Statuses.internalDetails(correlationId));
    }
  }

  /** Closes the call when a handler throws, which gRPC would report as UNKNOWN. */
  private static final class GuardedListener<Q> extends SimpleForwardingServerCallListener<Q> {

    private final ServerCall<?, ?> call;
    private boolean closed;

    GuardedListener(ServerCall.Listener<Q> listener, ServerCall<?, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      guard(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      if (!closed) {
        guard(super::onHalfClose);
      }
    }

    private void guard(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException thrown) {
        closed = true;
        call.close(Status.UNKNOWN.withCause(thrown), new Metadata());
      }
    }
  }

  private static @Nullable Failure failure(@Nullable Throwable thrown) {
    if (thrown instanceof CompletionException) {
      return failure(thrown.getCause());
    }
    if (thrown instanceof FailureException refused) {
      return refused.failure();
    }
    if (thrown instanceof StatusRuntimeException status
        && status.getCause() instanceof InvalidProtocolBufferException) {
      return new InvalidRequest(
          List.of(
              new InvalidRequest.Violation(
                  "request", "must be a well-formed protobuf message, its text valid UTF-8")));
    }
    return null;
  }
}
