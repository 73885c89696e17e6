package io.denizen.grpc.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.grpc.testing.RecordedCall;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallersTest {

  private static final Metadata.Key<String> USER_AGENT =
      Metadata.Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER);

  @Test
  void whoeverDoesNotSayIsAnonymous() {
    assertThat(caller(new RecordedCall<byte[]>(), new Metadata()))
        .isEqualTo(new Caller(Actor.ANONYMOUS, null, null));
  }

  @Test
  void theActorIsWhoTheCallerSays() {
    assertThat(caller(new RecordedCall<byte[]>(), with(Callers.ACTOR, "services/importer")))
        .isEqualTo(new Caller(new Actor("services/importer"), null, null));
  }

  @Test
  void anActorThatCannotBeKeptIsRefused() {
    for (String wrong : List.of("", "two words", "x".repeat(201))) {
      RecordedCall<byte[]> call = new RecordedCall<byte[]>();

      assertThat(caller(call, with(Callers.ACTOR, wrong))).isNull();
      call.refusal().isInvalid("denizen-actor");
    }
  }

  @Test
  void theAddressIsThePeersWithoutAZone() throws UnknownHostException {
    assertThat(address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711)))
        .isEqualTo(new IpAddress("127.0.0.1"));
    byte[] linkLocal = {(byte) 0xFE, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    InetAddress zoned = Inet6Address.getByAddress("", linkLocal, 3);
    assertThat(address(new InetSocketAddress(zoned, 4711)))
        .isEqualTo(new IpAddress("fe80:0:0:0:0:0:0:1"));
  }

  @Test
  void thePeerOfAnotherKindOfSocketHasNoAddress() {
    assertThat(address(new SocketAddress() {})).isNull();
    assertThat(address(InetSocketAddress.createUnresolved("example.org", 80))).isNull();
  }

  @Test
  void theProgramIsKeptAsItCallsItselfButCutAndMadePrintable() {
    assertThat(userAgent("grpcurl/1.9")).isEqualTo(new UserAgent("grpcurl/1.9"));
    assertThat(userAgent("a\tb\u0001")).isEqualTo(new UserAgent("a?b?"));
    assertThat(userAgent("x".repeat(501))).isEqualTo(new UserAgent("x".repeat(500)));
    assertThat(userAgent("")).isNull();
  }

  private static @Nullable IpAddress address(SocketAddress peer) {
    Attributes attributes =
        Attributes.newBuilder().set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, peer).build();
    Caller caller = caller(new RecordedCall<byte[]>(attributes), new Metadata());
    return requireNonNull(caller).ipAddress();
  }

  private static @Nullable UserAgent userAgent(String text) {
    Caller caller = caller(new RecordedCall<byte[]>(), with(USER_AGENT, text));
    return requireNonNull(caller).userAgent();
  }

  private static Metadata with(Metadata.Key<String> key, String value) {
    Metadata headers = new Metadata();
    headers.put(key, value);
    return headers;
  }

  /** Who is seen to make the call; null if it does not come through. */
  private static @Nullable Caller caller(RecordedCall<byte[]> call, Metadata headers) {
    AtomicReference<@Nullable Caller> seen = new AtomicReference<>();
    new Callers()
        .interceptCall(
            call,
            headers,
            (intercepted, received) -> {
              seen.set(Callers.current());
              return new ServerCall.Listener<>() {};
            });
    return seen.get();
  }
}
