package io.denizen.domain.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies plain data deeply, and refuses with {@link InvalidValue} what JSON cannot be made of. */
final class JsonCopy {

  /** What a value, a comma and a colon may take. */
  private static final int SIZE_OF_ANY = 8;

  private int size;

  Map<String, @Nullable Object> of(Map<?, ?> fields) {
    return object(fields, 1);
  }

  private Map<String, @Nullable Object> object(Map<?, ?> fields, int depth) {
    requireDepth(depth);
    Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(fields.size());
    fields.forEach((name, value) -> copy.put(text((String) name), value(value, depth)));
    return Collections.unmodifiableMap(copy);
  }

  private List<@Nullable Object> list(List<?> values, int depth) {
    requireDepth(depth);
    List<@Nullable Object> copy = new ArrayList<>(values.size());
    values.forEach(value -> copy.add(value(value, depth)));
    return Collections.unmodifiableList(copy);
  }

  private @Nullable Object value(@Nullable Object value, int depth) {
    grow(SIZE_OF_ANY);
    return switch (value) {
      case null -> null;
      case String text -> text(text);
      case Boolean truth -> truth;
      case Number number -> number(number);
      case Map<?, ?> object -> object(object, depth + 1);
      case List<?> list -> list(list, depth + 1);
      default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
    };
  }

  private String text(String text) {
    grow(text.length());
    InvalidValue.unless(Text.isStorable(text), "must hold neither NUL nor half a character");
    return text;
  }

  private static Number number(Number number) {
    boolean exact =
        number instanceof Long
            || number instanceof Integer
            || number instanceof Short
            || number instanceof Byte
            || (number instanceof BigInteger big && big.bitLength() < Long.SIZE);
    double value = number.doubleValue();
    InvalidValue.unless(Double.isFinite(value), "must hold finite numbers only");
    boolean whole = value == Math.rint(value) && value >= -0x1p63 && value < 0x1p63;
    return exact || whole ? (Number) number.longValue() : (Number) value;
  }

  private void grow(int by) {
    size += by;
    InvalidValue.unless(size <= Document.MAX_SIZE, "must be at most 262,144 characters of JSON");
  }

  private static void requireDepth(int depth) {
    InvalidValue.unless(depth <= Document.MAX_DEPTH, "must be at most 32 levels deep");
  }
}
