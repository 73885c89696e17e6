package io.denizen.testkit.shared;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts pages as PostgreSQL does: by comparison with where the page before ended. */
public final class Listing {

  /** As PostgreSQL compares them: unsigned, byte by byte. {@link UUID#compareTo} is signed. */
  public static final Comparator<UUID> UUID_ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  /** Keys by code point, as PostgreSQL's collation "C" compares UTF-8. */
  public static final Comparator<Cursor> BY_TEXT =
      Comparator.comparing(
              (Cursor cursor) -> cursor.key().getBytes(StandardCharsets.UTF_8),
              Arrays::compareUnsigned)
          .thenComparing(Cursor::id, UUID_ORDER);

  /** Keys as whole numbers. */
  public static final Comparator<Cursor> BY_NUMBER =
      Comparator.comparingLong((Cursor cursor) -> Long.parseLong(cursor.key()))
          .thenComparing(Cursor::id, UUID_ORDER);

  private Listing() {}

  /** The rows from where the page before ended, in the given order or its reverse. */
  public static <T> Page<T> page(
      Stream<T> rows,
      Function<T, Cursor> cursor,
      Comparator<Cursor> ascending,
      boolean descending,
      PageRequest request) {
    Comparator<Cursor> order = descending ? ascending.reversed() : ascending;
    Cursor after = request.after();
    List<T> found =
        rows.filter(row -> after == null || order.compare(cursor.apply(row), after) > 0)
            .sorted(Comparator.comparing(cursor, order))
            .limit(request.size() + 1L)
            .toList();
    return Page.of(found, request, cursor);
  }
}
