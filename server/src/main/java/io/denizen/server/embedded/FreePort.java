package io.denizen.server.embedded;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses the loopback port an embedded database listens on. */
final class FreePort {
  // Below the ports that systems hand out to outgoing connections, so that it stays free between
  // runs.
  private static final int FIRST = 20_000;
  private static final int END = 32_768;

  private FreePort() {}

  /** The preferred port if nobody listens there, any free one otherwise. */
  static int preferring(int preferred) {
    if (preferred > 0 && isFree(preferred)) {
      return preferred;
    }
    for (int attempt = 0; attempt < 200; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StartFailure(
        "no free port between " + FIRST + " and " + END + " for the embedded database");
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
