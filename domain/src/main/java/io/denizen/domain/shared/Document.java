package io.denizen.domain.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object (RFC 8259) as plain data: strings, booleans, {@link Number}s, nulls, lists and maps
 * of these, up to {@value #MAX_DEPTH} levels of them. What JSON or its store cannot hold is refused
 * with {@link InvalidValue}: NUL, lone surrogates, numbers that are not finite.
 *
 * @param fields in their order; deeply unmodifiable. Whole numbers are {@link Long}s where they
 *     fit, so that a document equals what comes back from its text
 */
public record Document(Map<String, @Nullable Object> fields) {

  public static final int MAX_DEPTH = 100;

  public Document {
    fields = copy(fields, 1);
  }

  public static Document of(Map<String, @Nullable Object> fields) {
    return new Document(fields);
  }

  public static Builder builder() {
    return new Builder();
  }

  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  /**
   * The text of a field.
   *
   * @throws IllegalStateException if there is no such text
   */
  public String text(String field) {
    if (fields.get(field) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("no text in field " + field);
  }

  public @Nullable String textOrNull(String field) {
    return fields.get(field) == null ? null : text(field);
  }

  /**
   * The texts of a list.
   *
   * @throws IllegalStateException if there is no such list
   */
  public List<String> texts(String field) {
    if (fields.get(field) instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new IllegalStateException("no list in field " + field);
  }

  /**
   * The whole number of a field.
   *
   * @throws IllegalStateException if there is no such number
   */
  public long number(String field) {
    if (fields.get(field) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalStateException("no number in field " + field);
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> fields, int depth) {
    InvalidValue.unless(depth <= MAX_DEPTH, "must be at most 100 levels deep");
    Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(fields.size());
    fields.forEach((name, value) -> copy.put(storable((String) name), copy(value, depth)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object copy(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> null;
      case String text -> storable(text);
      case Boolean truth -> truth;
      case Number number -> finite(number);
      case Map<?, ?> object -> copy(object, depth + 1);
      case List<?> list -> copy(list, depth + 1);
      default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
    };
  }

  private static List<@Nullable Object> copy(List<?> values, int depth) {
    InvalidValue.unless(depth <= MAX_DEPTH, "must be at most 100 levels deep");
    List<@Nullable Object> copy = new ArrayList<>(values.size());
    values.forEach(value -> copy.add(copy(value, depth)));
    return Collections.unmodifiableList(copy);
  }

  private static String storable(String text) {
    InvalidValue.unless(Text.isStorable(text), "must hold neither NUL nor half a character");
    return text;
  }

  private static Number finite(Number number) {
    InvalidValue.unless(Double.isFinite(number.doubleValue()), "must hold finite numbers only");
    return number instanceof Integer || number instanceof Short || number instanceof Byte
        ? Long.valueOf(number.longValue())
        : number;
  }

  /** Leaves out what is null, so that an absent value looks the same everywhere. */
  public static final class Builder {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Builder() {}

    public Builder put(String field, @Nullable Object value) {
      if (value != null) {
        fields.put(field, value);
      }
      return this;
    }

    /** Puts the value's own text. */
    public Builder putText(String field, @Nullable Object value) {
      return put(field, value == null ? null : value.toString());
    }

    public Document build() {
      return new Document(fields);
    }
  }
}
