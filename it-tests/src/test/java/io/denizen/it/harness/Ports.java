package io.denizen.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports to listen on, below those that systems hand out to outgoing connections, and below those
 * from which an embedded PostgreSQL takes its own.
 */
public final class Ports {
  private static final int LOWEST = 10_000;
  private static final int BEYOND_HIGHEST = 20_000;

  private Ports() {}

  /** A loopback port that was free a moment ago. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND_HIGHEST);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        // Another one then.
      }
    }
  }
}
