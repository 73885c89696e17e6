package io.denizen.grpc.shared;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an update makes of a resource's details: one step for each field that its mask has. Fields
 * outside the mask are not even read, so they cannot be at fault.
 */
public final class Edit<D> {

  private final UpdateMask mask;
  private UnaryOperator<D> steps = details -> details;

  public Edit(UpdateMask mask) {
    this.mask = mask;
  }

  /**
   * Adds the step for a field.
   *
   * @param read reads the new value from the request, at once
   * @param with the details with that value
   */
  public <V extends @Nullable Object> Edit<D> set(
      String field, Supplier<V> read, BiFunction<D, V, D> with) {
    if (mask.has(field)) {
      V value = read.get();
      UnaryOperator<D> before = steps;
      steps = details -> with.apply(before.apply(details), value);
    }
    return this;
  }

  public D of(D details) {
    return steps.apply(details);
  }
}
