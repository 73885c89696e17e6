package io.denizen.domain.shared;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

  @ParameterizedTest
  @MethodSource
  void numbersAreEqualWhateverTheirClass(Number number, Number same) {
    assertThat(new Document(Map.of("number", number)))
        .isEqualTo(new Document(Map.of("number", same)));
  }

  static Stream<Arguments> numbersAreEqualWhateverTheirClass() {
    return Stream.of(
        arguments(1, 1L),
        arguments((byte) 1, 1.0),
        arguments(1.0f, BigInteger.ONE),
        arguments(0, -0.0),
        arguments(Long.MAX_VALUE, BigInteger.valueOf(Long.MAX_VALUE)),
        arguments(Long.MIN_VALUE, -0x1p63),
        arguments(0x1p63, BigInteger.ONE.shiftLeft(63)),
        arguments(0.1, new BigDecimal("0.10")),
        arguments(0, new BigDecimal("1e-400")));
  }

  @Test
  void wholeNumbersAreKeptToTheLastDigit() {
    assertThat(new Document(Map.of("a", Long.MAX_VALUE - 1)).number("a"))
        .isEqualTo(Long.MAX_VALUE - 1);
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
        Map.of("a", new BigDecimal("1e400")),
        Map.of("a", "x".repeat(Document.MAX_SIZE)),
        Map.of("x".repeat(Document.MAX_SIZE), "a"),
        Map.of("a", Collections.nCopies(Document.MAX_SIZE / 8, true)),
        nested(Document.MAX_DEPTH));
  }

  @Test
  void thirtyTwoLevelsAreTheMost() {
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
