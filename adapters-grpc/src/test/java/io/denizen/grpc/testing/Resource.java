package io.denizen.grpc.testing;

import com.google.protobuf.Message;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A kind of resource, for tests that hold for every kind.
 *
 * @param noun of its actions, as in {@code team.created}
 * @param sample a valid one that is not there yet, different each time
 * @param edited a valid one with one field different
 * @param editedField that field
 */
public record Resource(
    Methods methods,
    String noun,
    Supplier<Message> sample,
    UnaryOperator<Message> edited,
    String editedField) {

  /** A new one. */
  public Message create() {
    return methods.create(sample.get());
  }

  public String action(String verb) {
    return noun + "." + verb;
  }

  /** The reason why one that is not there is refused. */
  public String notFound() {
    return methods.resource().toUpperCase(Locale.ROOT) + "_NOT_FOUND";
  }
}
