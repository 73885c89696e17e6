package io.denizen.benchmarks.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports to listen on, below those that an embedded PostgreSQL chooses from. */
public final class FreePort {
  private static final int LOWEST = 10_000;
  private static final int BEYOND_HIGHEST = 20_000;

  private FreePort() {}

  /** A loopback port that was free a moment ago. */
  public static int any() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND_HIGHEST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one then.
      }
    }
  }
}
