package io.denizen.server.importer;

import io.denizen.grpc.shared.Callers;
import io.denizen.server.StartFailure;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A way to a running server that survives its short absences. */
public final class ServerChannel implements AutoCloseable {

  /** As gRPC's service config has it. Every change carries a request id, so a retry is safe. */
  private static final Map<String, Object> RETRY_WHEN_UNAVAILABLE =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      5.0,
                      "initialBackoff",
                      "0.5s",
                      "maxBackoff",
                      "5s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED")))));

  private final ManagedChannel channel;
  private final String actor;

  private ServerChannel(ManagedChannel channel, String actor) {
    this.channel = channel;
    this.actor = actor;
  }

  /**
   * Prepares a channel; it connects with the first call.
   *
   * @param server {@code host:port}
   * @param actor who the server is to hold for the caller
   */
  public static ServerChannel open(String server, String actor) {
    return new ServerChannel(
        NettyChannelBuilder.forTarget(server)
            .usePlaintext()
            .userAgent("denizen-import")
            .enableRetry()
            .defaultServiceConfig(RETRY_WHEN_UNAVAILABLE)
            .build(),
        actor);
  }

  /**
   * Asks whether the server is there at all, before thousands of lines find out one by one.
   *
   * @throws StartFailure if it does not answer, or not yet serve, within a few seconds
   */
  public void requireServing() {
    ServingStatus status;
    try {
      status =
          HealthGrpc.newBlockingStub(channel)
              .withDeadlineAfter(5, TimeUnit.SECONDS)
              .check(HealthCheckRequest.getDefaultInstance())
              .getStatus();
    } catch (StatusRuntimeException absent) {
      throw new StartFailure("no server answers at " + channel.authority(), absent);
    }
    if (status != ServingStatus.SERVING) {
      throw new StartFailure("the server at " + channel.authority() + " says that it is " + status);
    }
  }

  /** The way in, with the actor's name on every call. */
  public Channel asActor() {
    Metadata headers = new Metadata();
    headers.put(Callers.ACTOR, actor);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @Override
  public void close() {
    channel.shutdown();
    try {
      if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
        channel.shutdownNow();
      }
    } catch (InterruptedException e) {
      channel.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
