package io.denizen.benchmarks.load;

import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A few connections to one server, shared by all calls. Answers are handled on the network threads:
 * the driver lives on the same cores as what it measures, and each hop would be billed to it.
 */
public final class Connections implements AutoCloseable {
  private static final Metadata.Key<String> ACTOR =
      Metadata.Key.of("denizen-actor", Metadata.ASCII_STRING_MARSHALLER);

  private final List<ManagedChannel> channels;
  private final List<Stubs> stubs;

  private Connections(List<ManagedChannel> channels) {
    this.channels = channels;
    this.stubs = channels.stream().map(Connections::named).map(Stubs::on).toList();
  }

  /** Prepares connections to a port of this machine; they are made with the first calls. */
  public static Connections to(int port, int count) {
    List<ManagedChannel> channels =
        IntStream.range(0, count)
            .<ManagedChannel>mapToObj(
                n ->
                    NettyChannelBuilder.forAddress("127.0.0.1", port)
                        .usePlaintext()
                        .directExecutor()
                        .disableRetry()
                        .build())
            .toList();
    return new Connections(channels);
  }

  /** The stubs for the n-th caller, in turn. */
  Stubs stubs(long n) {
    return stubs.get((int) (n % stubs.size()));
  }

  /** For what is done once, in order. */
  public IdentityServiceBlockingStub identities() {
    return IdentityServiceGrpc.newBlockingStub(named(channels.getFirst()));
  }

  private static Channel named(Channel channel) {
    Metadata headers = new Metadata();
    headers.put(ACTOR, "services/benchmark");
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    try {
      for (ManagedChannel channel : channels) {
        channel.awaitTermination(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
