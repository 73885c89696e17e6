package io.denizen.testkit.audit;

import io.denizen.domain.shared.Document;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares JSON as JSON does: 1, 1L and 1.0 are one number, and fields have no order. */
public final class Documents {

  private Documents() {}

  /** The document in a form that equals another's if both say the same; null for null. */
  public static @Nullable Object comparable(@Nullable Document document) {
    return document == null ? null : plain(document.fields());
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    if (value instanceof List<?> items) {
      return items.stream().map(item -> plain(item)).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> fields) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      fields.forEach((name, field) -> plain.put(String.valueOf(name), plain(field)));
      return plain;
    }
    return value;
  }
}
