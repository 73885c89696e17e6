package io.denizen.domain.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object (RFC 8259) as plain data: strings, booleans, {@link Number}s, nulls, lists and maps
 * of these.
 *
 * @param fields in their order; unmodifiable
 */
public record Document(Map<String, @Nullable Object> fields) {

  public Document {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
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
