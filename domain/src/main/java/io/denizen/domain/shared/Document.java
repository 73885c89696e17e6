package io.denizen.domain.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object (RFC 8259) as plain data: strings, booleans, numbers, nulls, lists and maps of
 * these, up to {@value #MAX_DEPTH} levels of them and about {@value #MAX_SIZE} characters. What
 * JSON or its store cannot hold is refused with {@link InvalidValue}: NUL, lone surrogates, numbers
 * that are not finite.
 *
 * @param fields in their order, which a store may not keep; deeply unmodifiable. A number is a
 *     {@link Long} if it is whole and fits, else a {@link Double} (RFC 8259, 6), so that a document
 *     equals what comes back from its text
 */
public record Document(Map<String, @Nullable Object> fields) {

  /** As many as protobuf's {@code Struct} can carry within the nesting that its parsers allow. */
  public static final int MAX_DEPTH = 32;

  /** The characters of all names and texts together, and a few for every other value. */
  public static final int MAX_SIZE = 262_144;

  public Document {
    fields = new JsonCopy().of(fields);
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

  /** What is made of the text of a field; null if there is none. */
  public <T> @Nullable T valueOrNull(String field, Function<String, T> parse) {
    String text = textOrNull(field);
    return text == null ? null : parse.apply(text);
  }

  /**
   * The object in a field; null if there is none.
   *
   * @throws IllegalStateException if something else is there
   */
  @SuppressWarnings("unchecked") // Names are texts: the constructor has copied them.
  public @Nullable Document documentOrNull(String field) {
    Object value = fields.get(field);
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> object) {
      return new Document((Map<String, @Nullable Object>) object);
    }
    throw new IllegalStateException("no object in field " + field);
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
