package io.denizen.domain.shared;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTest {

  @Test
  void whatWasPutInIsCopiedDeeply() {
    List<Object> roles = new ArrayList<>(List.of("admin"));
    Document document = new Document(Map.of("inner", Map.of("roles", roles)));

    roles.add("owner");

    assertThat(document.fields()).isEqualTo(Map.of("inner", Map.of("roles", List.of("admin"))));
    assertThatThrownBy(() -> document.fields().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void wholeNumbersAreEqualWhateverTheirWidth() {
    assertThat(new Document(Map.of("version", 1))).isEqualTo(new Document(Map.of("version", 1L)));
  }

  @Test
  void whatIsNullIsLeftOutByTheBuilder() {
    Document document = Document.builder().put("a", null).putText("b", null).put("c", 1).build();

    assertThat(document.fields()).containsOnlyKeys("c");
  }

  @ParameterizedTest
  @MethodSource
  void whatTheStoreCannotHoldIsRefused(Map<String, Object> fields) {
    assertThat(refusal(() -> new Document(fields))).isInstanceOf(InvalidValue.class);
  }

  static Stream<Map<String, Object>> whatTheStoreCannotHoldIsRefused() {
    return Stream.of(
        Map.of("a", "\u0000"),
        Map.of("\u0000", "a"),
        Map.of("a", "\ud800"),
        Map.of("a", List.of("b", "\udc00")),
        Map.of("a", Map.of("b", "\u0000")),
        Map.of("a", Double.NaN),
        Map.of("a", List.of(Double.NEGATIVE_INFINITY)),
        nested(Document.MAX_DEPTH));
  }

  @Test
  void aHundredLevelsAreTheMost() {
    assertThat(new Document(nested(Document.MAX_DEPTH - 1)).fields()).hasSize(1);
  }

  @Test
  void aFieldOfAnotherKindIsNotGuessedAt() {
    Document document = new Document(Map.of("text", "a", "number", 1));

    assertThatThrownBy(() -> document.text("number")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> document.number("text")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> document.texts("text")).isInstanceOf(IllegalStateException.class);
    assertThat(document.textOrNull("absent")).isNull();
  }

  private static Map<String, Object> nested(int levels) {
    Map<String, Object> value = Map.of();
    for (int level = 0; level < levels; level++) {
      value = Map.of("in", value);
    }
    return value;
  }
}
