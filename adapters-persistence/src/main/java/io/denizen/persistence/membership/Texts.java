package io.denizen.persistence.membership;

import java.util.List;
import java.util.function.Function;

/** A column that is an array of texts. */
record Texts(List<String> values) {

  static Texts of(String... values) {
    return new Texts(List.of(values));
  }

  /** What the texts are texts of. */
  <T> List<T> as(Function<String, T> parse) {
    return values.stream().map(parse).toList();
  }
}
