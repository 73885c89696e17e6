package io.denizen.server.endpoint;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * An address that no other machine can reach.
 *
 * @param socket a loopback address and a port, 0 for any free one
 */
public record ListenAddress(InetSocketAddress socket) {

  /**
   * Accepts loopback addresses alone.
   *
   * @throws IllegalArgumentException otherwise, saying why
   */
  public static ListenAddress of(String host, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host named " + host, e);
    }
    for (InetAddress address : addresses) {
      if (!address.isLoopbackAddress()) {
        throw new IllegalArgumentException(
            host
                + " can be reached from other machines, and Denizen has neither TLS nor caller"
                + " authentication yet: it listens on loopback only (127.0.0.1 or ::1)");
      }
    }
    return new ListenAddress(new InetSocketAddress(addresses[0], port));
  }
}
