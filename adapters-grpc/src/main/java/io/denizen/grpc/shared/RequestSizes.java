package io.denizen.grpc.shared;

import io.denizen.domain.shared.Failure;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.KnownLength;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Refuses requests of more than 4 MiB. The transport has a limit too, but closes the call without
 * saying why in a form that programs can read; so it is to be larger, for what would hurt.
 */
public final class RequestSizes implements ServerInterceptor {

  /** Of a request, without compression. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  static final Failure TOO_LARGE = InvalidRequest.whole("must be at most 4 MiB");

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onMessage(Q message) {
        if (message instanceof InputStream unread && isTooLarge(unread)) {
          throw TOO_LARGE.asException();
        }
        super.onMessage(message);
      }
    };
  }

  private static boolean isTooLarge(InputStream unread) {
    try {
      if (unread instanceof KnownLength) {
        return unread.available() > MAX_BYTES;
      }
      // Compressed: only reading tells.
      unread.mark(MAX_BYTES + 1);
      boolean tooLarge = unread.readNBytes(MAX_BYTES + 1).length > MAX_BYTES;
      unread.reset();
      return tooLarge;
    } catch (IOException notInMemory) {
      throw new UncheckedIOException(notInMemory);
    }
  }
}
