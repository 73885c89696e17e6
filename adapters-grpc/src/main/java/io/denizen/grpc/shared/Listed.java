package io.denizen.grpc.shared;

import com.google.protobuf.Message;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a list answers: as much of a page as fits into a message that every client takes, and the
 * token for what follows (AIP-158).
 *
 * @param items one or more, unless the page is empty
 * @param nextPageToken empty after the last one
 */
public record Listed<M>(List<M> items, String nextPageToken) {

  /** Clients take 4 MiB; a single item is sent even if it is larger. */
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  /**
   * Maps the page to messages.
   *
   * @param request whose other arguments the token is bound to
   * @param cursor where an item stands in the list
   */
  public static <T, M extends Message> Listed<M> of(
      Message request, Page<T> page, Function<T, Cursor> cursor, Function<T, M> message) {
    List<M> messages = new ArrayList<>(page.items().size());
    int room = MAX_BYTES;
    for (T item : page.items()) {
      M next = message.apply(item);
      room -= next.getSerializedSize();
      if (room < 0 && !messages.isEmpty()) {
        Cursor last = cursor.apply(page.items().get(messages.size() - 1));
        return new Listed<>(messages, PageTokens.next(request, last));
      }
      messages.add(next);
    }
    return new Listed<>(messages, PageTokens.next(request, page.next()));
  }
}
