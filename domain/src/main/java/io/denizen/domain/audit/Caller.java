package io.denizen.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, and from where.
 *
 * @param ipAddress of the peer; null where there is none (the domain embedded, a Unix socket)
 * @param userAgent as the peer calls itself; null if it does not
 */
public record Caller(Actor actor, @Nullable IpAddress ipAddress, @Nullable UserAgent userAgent) {

  /** A caller inside the same process. */
  public static Caller local(Actor actor) {
    return new Caller(actor, null, null);
  }
}
