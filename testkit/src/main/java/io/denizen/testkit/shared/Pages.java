package io.denizen.testkit.shared;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks through lists. */
public final class Pages {

  private Pages() {}

  /** All items from the first page to the last. */
  public static <T> List<T> walk(
      Function<PageRequest, CompletionStage<Page<T>>> list, int pageSize) {
    return walk(list, pageSize, null, item -> true);
  }

  /**
   * The items after a place in the list for as long as they are wanted; what follows the last
   * wanted one belongs to somebody else.
   */
  public static <T> List<T> walk(
      Function<PageRequest, CompletionStage<Page<T>>> list,
      int pageSize,
      @Nullable Cursor after,
      Predicate<T> wanted) {
    List<T> walked = new ArrayList<>();
    Cursor place = after;
    do {
      Page<T> page = answer(list.apply(new PageRequest(pageSize, place)));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(pageSize);
      for (T item : page.items()) {
        if (!wanted.test(item)) {
          return walked;
        }
        walked.add(item);
      }
      if (place != null) {
        assertThat(page.next()).as("a page ends where the page before ended").isNotEqualTo(place);
      }
      place = page.next();
    } while (place != null);
    return walked;
  }
}
