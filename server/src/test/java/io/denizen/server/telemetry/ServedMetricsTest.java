package io.denizen.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.session.SessionPolicy;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.server.Build;
import io.denizen.server.DenizenServer;
import io.denizen.server.PasswordSettings;
import io.denizen.server.Ports;
import io.denizen.server.embedded.EmbeddedDatabase;
import io.denizen.server.endpoint.ListenAddress;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector hears of one call. */
class ServedMetricsTest {
  private static final int POOL_SIZE = 4;

  @TempDir private Path temporary;

  @Test
  void aCallIsMeasuredAtTheWireAndOnItsWayToTheDatabase() throws Exception {
    try (Collector collector = new Collector()) {
      try (DenizenServer server = server(collector)) {
        createIdentity(server.start(this::database));
      }

      assertThat(collector.received())
          .contains("grpc.server.call.started", "grpc.server.call.duration")
          .contains("denizen.identity.v1.IdentityService/CreateIdentity")
          .contains("io.denizen", "denizen.batch.size");
    }
  }

  private static DenizenServer server(Collector collector) {
    return new DenizenServer(
        new DenizenServer.Settings(
            ListenAddress.of("127.0.0.1", Ports.free()),
            POOL_SIZE,
            Duration.ofSeconds(5),
            true,
            SessionPolicy.STANDARD,
            PasswordSettings.DEFAULT,
            Duration.ofMinutes(1)),
        () -> Telemetry.configuredBy(collector.environment()));
  }

  private EmbeddedDatabase database() {
    return EmbeddedDatabase.start(
        temporary, Path.of("target", "postgresql"), Build.current().postgresql(), POOL_SIZE);
  }

  private static void createIdentity(InetSocketAddress address) {
    ManagedChannel channel = NettyChannelBuilder.forAddress(address).usePlaintext().build();
    try {
      Identity created =
          IdentityServiceGrpc.newBlockingStub(channel)
              .createIdentity(
                  CreateIdentityRequest.newBuilder()
                      .setIdentity(
                          Identity.newBuilder().setEmail("ada@example.org").setDisplayName("Ada"))
                      .build());
      assertThat(created.getName()).isNotEmpty();
    } finally {
      channel.shutdownNow();
    }
  }
}
