package io.denizen.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.shared.FailureException;
import io.denizen.grpc.testing.RecordedCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Of requests whose length is not known beforehand: those that come compressed. */
final class RequestSizesTest {

  @Test
  void aRequestOfFourMebibytesComesThroughWhole() {
    assertThat(received(RequestSizes.MAX_BYTES)).isEqualTo(RequestSizes.MAX_BYTES);
    assertThat(received(0)).isZero();
  }

  @Test
  void aLargerOneIsRefused() {
    assertThatThrownBy(() -> received(RequestSizes.MAX_BYTES + 1))
        .isInstanceOfSatisfying(
            FailureException.class,
            refused -> assertThat(refused.failure()).isEqualTo(RequestSizes.TOO_LARGE));
  }

  private static long received(int bytes) {
    AtomicLong received = new AtomicLong(-1);
    ServerCall.Listener<InputStream> listener =
        new RequestSizes()
            .interceptCall(
                new RecordedCall<InputStream>(),
                new Metadata(),
                (call, headers) ->
                    new ServerCall.Listener<>() {
                      @Override
                      public void onMessage(InputStream message) {
                        received.set(count(message));
                      }
                    });
    listener.onMessage(new BufferedInputStream(new ByteArrayInputStream(new byte[bytes])));
    return received.get();
  }

  private static long count(InputStream message) {
    try {
      return message.readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
