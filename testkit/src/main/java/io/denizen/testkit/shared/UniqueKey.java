package io.denizen.testkit.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.shared.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What no two rows may have in common, as a unique index holds it in PostgreSQL. */
public final class UniqueKey<A extends Audited> {

  private final Function<A, @Nullable Object> key;
  private final Function<A, Failure> taken;
  private final boolean forGood;
  private final Map<Object, A> rows = new HashMap<>();

  /**
   * A key of live rows; that of a deleted one is free again.
   *
   * @param key of a row; null if the row has none, as many may
   * @param taken what to refuse a second row with
   */
  public UniqueKey(Function<A, @Nullable Object> key, Failure taken) {
    this(key, refused -> taken);
  }

  /** As above, with what to refuse each second row with. */
  public UniqueKey(Function<A, @Nullable Object> key, Function<A, Failure> taken) {
    this(key, taken, false);
  }

  private UniqueKey(
      Function<A, @Nullable Object> key, Function<A, Failure> taken, boolean forGood) {
    this.key = key;
    this.taken = taken;
    this.forGood = forGood;
  }

  /** A key that is never free again: deleted rows keep theirs. */
  public static <A extends Audited> UniqueKey<A> forGood(
      Function<A, @Nullable Object> key, Failure taken) {
    return new UniqueKey<>(key, refused -> taken, true);
  }

  void add(A row) {
    Object value = keyOf(row);
    if (value != null) {
      rows.put(value, row);
    }
  }

  void remove(A row) {
    Object value = keyOf(row);
    if (value != null) {
      rows.remove(value);
    }
  }

  /** Throws the failure if a row other than {@code current} has the key of {@code next}. */
  void check(@Nullable A current, A next) {
    Object value = keyOf(next);
    A holder = value == null ? null : rows.get(value);
    if (holder != null && !holder.equals(current)) {
      throw taken.apply(next).asException();
    }
  }

  private @Nullable Object keyOf(A row) {
    return forGood || row.lifecycle().isLive() ? key.apply(row) : null;
  }
}
