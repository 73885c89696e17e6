package io.denizen.grpc.testing;

import io.denizen.grpc.GrpcEndpoints;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Services on a server of this process, and the channel to it. */
public final class Served implements AutoCloseable {

  /** What a client takes unless told otherwise; with more headers the call fails. */
  private static final int MAX_METADATA_BYTES = 8 * 1024;

  private final Server server;
  private final ManagedChannel channel;

  public Served(List<ServerServiceDefinition> services) {
    String name = InProcessServerBuilder.generateName();
    try {
      server =
          InProcessServerBuilder.forName(name)
              .directExecutor()
              .addServices(services)
              .fallbackHandlerRegistry(GrpcEndpoints.unknownMethods())
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    channel =
        InProcessChannelBuilder.forName(name)
            .directExecutor()
            .maxInboundMetadataSize(MAX_METADATA_BYTES)
            .build();
  }

  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
