package io.denizen.grpc.testing;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls with bytes for messages, to send what no protobuf library would. */
public final class Bytes {

  private static final Marshaller<byte[]> MARSHALLER =
      new Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  private Bytes() {}

  public static MethodDescriptor<byte[], byte[]> method(
      String fullName, MethodDescriptor.MethodType type) {
    return MethodDescriptor.newBuilder(MARSHALLER, MARSHALLER)
        .setType(type)
        .setFullMethodName(fullName)
        .build();
  }

  /** What the future completes with; throws what it fails with. */
  public static byte[] await(CompletableFuture<byte[]> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Completes the future with the last answer, or with the failure. */
  public static StreamObserver<byte[]> observer(CompletableFuture<byte[]> answer) {
    return new StreamObserver<>() {
      private byte[] last = new byte[0];

      @Override
      public void onNext(byte[] value) {
        last = value;
      }

      @Override
      public void onError(Throwable thrown) {
        answer.completeExceptionally(thrown);
      }

      @Override
      public void onCompleted() {
        answer.complete(last);
      }
    };
  }
}
