package io.denizen.benchmarks.echo;

import com.google.protobuf.Timestamp;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceImplBase;
import io.denizen.server.logging.Logging;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * What gRPC itself costs: GetIdentity over the same transport with the same messages and nothing
 * behind it. It answers with the name that was asked for, in a message of an identity's size.
 */
public final class EchoServer {
  private EchoServer() {}

  /** Serves until the process is ended; prints one line once it listens, like Denizen. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Logging.configure(Logging.Format.HUMAN, Logging.Verbosity.WARN);
    Server server = start(Integer.parseInt(arguments[0]));
    System.out.println("Echo listens on 127.0.0.1:" + server.getPort());
    server.awaitTermination();
  }

  /** Starts to listen on a port of this machine, on the network threads as Denizen does. */
  public static Server start(int port) throws IOException {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .directExecutor()
        .maxConcurrentCallsPerConnection(1_000)
        .addService(new Echo())
        .build()
        .start();
  }

  private static final class Echo extends IdentityServiceImplBase {
    private static final Identity SAMPLE =
        Identity.newBuilder()
            .setEmail("p100000000000@bench.example")
            .setSlug("p100000000000")
            .setDisplayName("Person 100000000000")
            .setKind(Identity.Kind.KIND_PERSON)
            .setState(Identity.State.STATE_ACTIVE)
            .setCreateTime(time())
            .setUpdateTime(time())
            .setEtag("1")
            .build();

    @Override
    public void getIdentity(GetIdentityRequest request, StreamObserver<Identity> answer) {
      answer.onNext(SAMPLE.toBuilder().setName(request.getName()).build());
      answer.onCompleted();
    }

    private static Timestamp time() {
      Instant now = Instant.now();
      return Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(123_456_000).build();
    }
  }
}
