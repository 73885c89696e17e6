package io.denizen.grpc.shared;

import io.denizen.domain.shared.InvalidValue;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code order_by} (AIP-132): one field, {@code desc} behind it if it is to be descending.
 */
public record OrderBy<O>(O order, boolean descending) {

  private static final Pattern TERM = Pattern.compile(" *([a-z_]+)(?: +(desc))? *");

  /**
   * Reads one.
   *
   * @param orders what a list can be ordered by
   * @param standard the order where none is asked for
   */
  public static <O> OrderBy<O> read(
      Fields fields, String orderBy, Map<String, O> orders, OrderBy<O> standard) {
    if (orderBy.isBlank()) {
      return standard;
    }
    return fields.parsed("order_by", orderBy, text -> parse(text, orders));
  }

  private static <O> OrderBy<O> parse(String text, Map<String, O> orders) {
    Matcher term = TERM.matcher(text);
    O order = term.matches() ? orders.get(term.group(1)) : null;
    if (order == null) {
      throw new InvalidValue(
              "must be one of "
                  + String.join(", ", orders.keySet().stream().sorted().toList())
                  + ", with desc behind it for descending")
          .asException();
    }
    return new OrderBy<>(order, term.group(2) != null);
  }
}
