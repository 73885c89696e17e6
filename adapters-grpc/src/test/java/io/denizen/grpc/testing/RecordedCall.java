package io.denizen.grpc.testing;

import static java.util.Objects.requireNonNull;

import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

/** A call without a transport, which remembers how it was closed. */
public final class RecordedCall<Q> extends ServerCall<Q, byte[]> {

  private final Attributes attributes;
  private @Nullable StatusRuntimeException closed;

  public RecordedCall() {
    this(Attributes.EMPTY);
  }

  /** A call over a connection that has these. */
  public RecordedCall(Attributes attributes) {
    this.attributes = attributes;
  }

  /** How it was closed, as its client would see it. */
  public Refusal refusal() {
    return Refusal.of(requireNonNull(closed, "the call is not closed"));
  }

  @Override
  public void close(Status status, Metadata trailers) {
    closed = status.asRuntimeException(trailers);
  }

  @Override
  public void request(int messages) {}

  @Override
  public void sendHeaders(Metadata headers) {}

  @Override
  public void sendMessage(byte[] message) {}

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public MethodDescriptor<Q, byte[]> getMethodDescriptor() {
    throw new UnsupportedOperationException("this call is of no method");
  }
}
