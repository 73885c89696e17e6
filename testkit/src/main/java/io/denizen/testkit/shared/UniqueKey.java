package io.denizen.testkit.shared;

import io.denizen.domain.shared.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What no two live rows may have in common, as a partial unique index holds it in PostgreSQL. */
public final class UniqueKey<A> {

  private final Function<A, @Nullable Object> key;
  private final Function<A, Failure> taken;
  private final Map<Object, A> rows = new HashMap<>();

  /**
   * A key.
   *
   * @param key of a row; null if the row has none, as many may
   * @param taken what to refuse a second row with
   */
  public UniqueKey(Function<A, @Nullable Object> key, Failure taken) {
    this(key, refused -> taken);
  }

  /**
   * A key.
   *
   * @param key of a row; null if the row has none, as many may
   * @param taken what to refuse a second row with
   */
  public UniqueKey(Function<A, @Nullable Object> key, Function<A, Failure> taken) {
    this.key = key;
    this.taken = taken;
  }

  void add(A row) {
    Object value = key.apply(row);
    if (value != null) {
      rows.put(value, row);
    }
  }

  void remove(A row) {
    Object value = key.apply(row);
    if (value != null) {
      rows.remove(value);
    }
  }

  /** Throws the failure if a row other than {@code current} has the key of {@code next}. */
  void check(@Nullable A current, A next) {
    Object value = key.apply(next);
    A holder = value == null ? null : rows.get(value);
    if (holder != null && !holder.equals(current)) {
      throw taken.apply(next).asException();
    }
  }
}
