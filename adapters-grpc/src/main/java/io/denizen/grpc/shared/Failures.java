package io.denizen.grpc.shared;

import com.google.protobuf.InvalidProtocolBufferException;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.StoreFailure.CallerGone;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
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
    ServerCall<Q, R> told = new ToldCall<>(call, Context.current().getDeadline());
    try {
      return new GuardedListener<>(next.startCall(told, headers), told);
    } catch (RuntimeException | Error thrown) {
      told.close(Status.UNKNOWN.withCause(thrown), new Metadata());
      return new ServerCall.Listener<>() {};
    }
  }

  /** Tells why the call is closed. */
  private static final class ToldCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    private final @Nullable Deadline deadline;

    ToldCall(ServerCall<Q, R> call, @Nullable Deadline deadline) {
      super(call);
      this.deadline = deadline;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (status.isOk() || Statuses.hasDetails(trailers)) {
        super.close(status, trailers);
      } else {
        ending(status).close(delegate());
      }
    }

    private Ending ending(Status status) {
      Failure failure = failure(status.getCause());
      if (failure instanceof CallerGone && deadline != null && deadline.isExpired()) {
        return Statuses.of(Status.Code.DEADLINE_EXCEEDED, failure);
      }
      if (failure != null) {
        return Statuses.of(failure);
      }
      String method = getMethodDescriptor().getFullMethodName();
      if (status.getCode() == Status.Code.UNIMPLEMENTED) {
        return Statuses.unimplemented(method);
      }
      String correlationId = Long.toHexString(ThreadLocalRandom.current().nextLong());
      LOG.error(
          "{} failed, correlation id {}: {} {}",
          method,
          correlationId,
          status.getCode(),
          status.getDescription(),
          status.getCause());
      return Statuses.internal(correlationId);
    }
  }

  /** Closes the call when a handler throws, which gRPC would report as UNKNOWN. */
  private static final class GuardedListener<Q> extends SimpleForwardingServerCallListener<Q> {

    private final ServerCall<?, ?> call;
    private boolean received;
    private boolean closed;

    GuardedListener(ServerCall.Listener<Q> listener, ServerCall<?, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      received = true;
      guard(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      guard(received ? super::onHalfClose : GuardedListener::refuse);
    }

    private static void refuse() {
      throw InvalidRequest.whole("must be one message").asException();
    }

    private void guard(Runnable step) {
      if (closed) {
        return;
      }
      try {
        step.run();
      } catch (RuntimeException | Error thrown) {
        closed = true;
        call.close(Status.UNKNOWN.withCause(thrown), new Metadata());
      }
    }
  }

  private static @Nullable Failure failure(@Nullable Throwable thrown) {
    return switch (thrown) {
      case CompletionException wrapped -> failure(wrapped.getCause());
      case FailureException refused -> refused.failure();
      case StatusRuntimeException status -> unreadable(status);
      case null -> null;
      default -> null;
    };
  }

  /** What marshallers throw. */
  private static @Nullable Failure unreadable(StatusRuntimeException thrown) {
    if (thrown.getCause() instanceof InvalidProtocolBufferException) {
      return InvalidRequest.whole("must be a well-formed protobuf message, its text valid UTF-8");
    }
    // The transport's limit, which a compressed request meets only while it is being read.
    return thrown.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED
        ? RequestSizes.TOO_LARGE
        : null;
  }
}
