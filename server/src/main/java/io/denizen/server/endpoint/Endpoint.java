package io.denizen.server.endpoint;

import io.denizen.grpc.GrpcEndpoints;
import io.denizen.server.StartFailure;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ChannelzService;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gRPC server: our services, and health, reflection and channelz beside them. */
public final class Endpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
  private static final int MAX_CALLS_PER_CONNECTION = 1_000;
  private static final int CHANNELZ_PAGE = 100;
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final int QUIET_LOOKS = 4;

  private final Server server;
  private final Health health;
  private final RunningCalls calls;
  private final Duration grace;

  private Endpoint(Server server, Health health, RunningCalls calls, Duration grace) {
    this.server = server;
    this.health = health;
    this.calls = calls;
    this.grace = grace;
  }

  /**
   * Starts to listen.
   *
   * @param observers adds what is to see every call, from outside of the services
   * @param grace how long running calls may take to finish when this is closed
   * @throws StartFailure when the address is taken
   */
  public static Endpoint open(
      ListenAddress listen,
      List<ServerServiceDefinition> services,
      Consumer<? super ServerBuilder<?>> observers,
      BooleanSupplier databaseAnswers,
      Duration grace) {
    List<String> names =
        services.stream().map(service -> service.getServiceDescriptor().getName()).toList();
    Health health = new Health(names, databaseAnswers);
    RunningCalls calls = new RunningCalls();
    NettyServerBuilder builder = builder(listen.socket());
    builder.addStreamTracerFactory(calls);
    observers.accept(builder);
    builder.addServices(services);
    builder.fallbackHandlerRegistry(GrpcEndpoints.unknownMethods());
    builder.addService(health.service());
    builder.addService(ChannelzService.newInstance(CHANNELZ_PAGE));
    builder.addService(ProtoReflectionServiceV1.newInstance());
    addOlderReflection(builder);
    try {
      return new Endpoint(builder.build().start(), health, calls, grace);
    } catch (IOException e) {
      health.close();
      String where =
          listen.socket().getAddress().getHostAddress() + ":" + listen.socket().getPort();
      throw new StartFailure(
          "cannot listen on " + where + ", which another program may use; choose another --port",
          e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getListenSockets().getFirst();
  }

  /**
   * Drains: says NOT_SERVING, accepts nothing new, lets running calls finish within the grace, and
   * cuts what is left.
   */
  @Override
  public void close() {
    health.close();
    server.shutdown();
    LOG.info("Stopping; calls still running: {}", calls.count());
    try {
      drain();
      server.shutdownNow();
      if (!server.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("Connections were still open when the server ended");
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void drain() throws InterruptedException {
    long deadline = System.nanoTime() + grace.toNanos();
    int quiet = 0;
    while (quiet < QUIET_LOOKS
        && !server.awaitTermination(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      int running = calls.count();
      // Callers learn of the drain one round trip late; a call that slips in is still served.
      quiet = running == 0 ? quiet + 1 : 0;
      if (running > 0 && System.nanoTime() - deadline > 0) {
        LOG.warn("{} calls did not finish within {} and are cut", running, grace);
        return;
      }
    }
  }

  private static NettyServerBuilder builder(InetSocketAddress address) {
    return NettyServerBuilder.forAddress(address)
        // Handlers only read, decide and enqueue; none blocks, so none needs a thread of its own.
        .directExecutor()
        .maxInboundMessageSize(GrpcEndpoints.MAX_INBOUND_MESSAGE_SIZE)
        .maxConcurrentCallsPerConnection(MAX_CALLS_PER_CONNECTION)
        // Finds callers that vanished without a word, and lets callers find the same of us.
        .keepAliveTime(1, TimeUnit.MINUTES)
        .keepAliveTimeout(20, TimeUnit.SECONDS)
        .permitKeepAliveTime(20, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        // So that callers look again at where the servers are.
        .maxConnectionAge(30, TimeUnit.MINUTES)
        .maxConnectionAgeGrace(5, TimeUnit.MINUTES);
  }

  /** Tools older than 2023 ask for v1alpha. */
  @SuppressWarnings("deprecation")
  private static void addOlderReflection(NettyServerBuilder builder) {
    builder.addService(ProtoReflectionService.newInstance());
  }
}
