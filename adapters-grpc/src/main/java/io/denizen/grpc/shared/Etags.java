package io.denizen.grpc.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.shared.Lifecycle;
import org.jspecify.annotations.Nullable;

/** Versions as etags (AIP-154): opaque to callers, and readable to those who debug. */
public final class Etags {

  /** Of what is there before anybody has written it (AIP-156). */
  public static final String UNWRITTEN = "0";

  /** No version is this; it never matches. */
  private static final Long NEVER = -1L;

  private Etags() {}

  public static String of(Audited aggregate) {
    return of(aggregate.lifecycle());
  }

  public static String of(Lifecycle lifecycle) {
    return Long.toString(lifecycle.version());
  }

  /**
   * The version that a caller saw; null if it does not say. What is no etag of ours matches
   * nothing.
   */
  public static @Nullable Long version(String etag) {
    if (etag.isEmpty()) {
      return null;
    }
    return etag.matches("0|[1-9][0-9]{0,17}") ? Long.valueOf(etag) : NEVER;
  }
}
