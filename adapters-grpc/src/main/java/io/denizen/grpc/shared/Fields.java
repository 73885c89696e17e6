package io.denizen.grpc.shared;

import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request and remembers each that is at fault, so that a caller hears of
 * all of them at once. Values read are safe to use only inside {@link #read}.
 */
public final class Fields {

  private final List<InvalidRequest.Violation> violations = new ArrayList<>();

  /** A value that must be there. */
  public <T> T required(String path, String text, Function<String, T> parse) {
    if (text.isEmpty()) {
      reject(path, "is required");
      return nothing();
    }
    return parsed(path, text, parse);
  }

  /** A value that may be left empty. */
  public <T> @Nullable T optional(String path, String text, Function<String, T> parse) {
    return text.isEmpty() ? null : parsed(path, text, parse);
  }

  /** A value whose emptiness is a value too. */
  public <T, R> T parsed(String path, R raw, Function<R, T> parse) {
    try {
      return parse.apply(raw);
    } catch (FailureException refused) {
      if (refused.failure() instanceof InvalidValue invalid) {
        reject(path, invalid.message());
        return nothing();
      }
      if (refused.failure() instanceof InvalidRequest invalid) {
        violations.addAll(invalid.violations());
        return nothing();
      }
      String place = refused.failure().metadata().get("field");
      if (refused.failure().kind() == Failure.Kind.INVALID && place != null) {
        reject(place, refused.failure().message());
        return nothing();
      }
      throw refused;
    }
  }

  /** A list that may be empty, of at most {@code max} values. */
  public <T> List<T> list(String path, List<String> texts, int max, Function<String, T> parse) {
    return list(path, texts, max, parse, List::copyOf);
  }

  /**
   * A list that may be empty, of at most {@code max} values.
   *
   * @param whole puts them together, if none of them is at fault
   */
  public <T, R> R list(
      String path,
      List<String> texts,
      int max,
      Function<String, T> parse,
      Function<List<T>, R> whole) {
    if (texts.size() > max) {
      reject(path, "must be at most %,d values".formatted(max));
      return nothing();
    }
    return together(path, texts, parse, whole);
  }

  /**
   * A list of 1 to {@code max} values.
   *
   * @param whole puts them together, if none of them is at fault
   */
  public <T, R> R each(
      String path,
      List<String> texts,
      int max,
      Function<String, T> parse,
      Function<List<T>, R> whole) {
    if (texts.isEmpty() || texts.size() > max) {
      reject(path, "must be 1 to %,d values".formatted(max));
      return nothing();
    }
    return together(path, texts, parse, whole);
  }

  private <T, R> R together(
      String path, List<String> texts, Function<String, T> parse, Function<List<T>, R> whole) {
    int before = violations.size();
    List<T> values = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      values.add(required(path + "[" + i + "]", texts.get(i), parse));
    }
    return violations.size() > before ? nothing() : parsed(path, values, whole);
  }

  public void reject(String path, String description) {
    violations.add(new InvalidRequest.Violation(path, description));
  }

  /**
   * Puts together what was read.
   *
   * @throws FailureException with {@link InvalidRequest} if any field was at fault
   */
  public <T> T read(Supplier<T> whole) {
    if (!violations.isEmpty()) {
      throw new InvalidRequest(violations).asException();
    }
    return whole.get();
  }

  @SuppressWarnings({
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // read() throws before anybody sees it.
  private static <T> T nothing() {
    return null;
  }
}
