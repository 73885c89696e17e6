package io.denizen.domain.shared;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static Cursor cursor(String item) {
    return new Cursor(item, new UUID(0, 1));
  }

  @Test
  void oneMoreThanFitsMeansThatThereIsANextPageAfterTheLastThatFits() {
    Page<String> page = Page.of(List.of("a", "b", "c"), PageRequest.first(2), PageTest::cursor);

    assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), cursor("b")));
  }

  @Test
  void noMoreThanFitsMeansThatThisIsTheLastPage() {
    Page<String> page = Page.of(List.of("a", "b"), PageRequest.first(2), PageTest::cursor);

    assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), null));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_001, Integer.MAX_VALUE})
  void aPageHoldsOneToAThousandItems(int size) {
    assertThat(refusal(() -> PageRequest.first(size))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0000", "\ud800"})
  void aPlaceThatNoStoreCanLookForIsRefused(String key) {
    assertThat(refusal(() -> cursor(key))).isInstanceOf(InvalidValue.class);
  }
}
