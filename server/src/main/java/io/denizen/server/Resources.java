package io.denizen.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened, to be closed in the opposite order. Closing waits for an opening under way,
 * so that a server told to stop while it starts leaves nothing behind.
 */
public final class Resources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private boolean closed;

  /**
   * Opens one more.
   *
   * @throws StartFailure when all has been closed already
   */
  public synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
    if (closed) {
      throw new StartFailure("stopped while starting");
    }
    T resource = opening.get();
    opened.push(resource);
    return resource;
  }

  /** Closes everything, the youngest first; one that fails does not keep the others open. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.error("Not closed cleanly: {}", e.getMessage());
        LOG.debug("Not closed cleanly", e);
      }
    }
  }
}
