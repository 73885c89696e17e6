package io.denizen.persistence;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;

/** Meters for tests. */
public final class Meters {

  /** Counts nothing. */
  public static final Meter NONE = MeterProvider.noop().get("test");

  private Meters() {}
}
