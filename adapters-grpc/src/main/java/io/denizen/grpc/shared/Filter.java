package io.denizen.grpc.shared;

import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code filter} (AIP-160) as far as lists can be narrowed by an index: comparisons joined by
 * {@code AND}. Each service takes the ones that it knows; one that nobody took is at fault.
 */
public final class Filter {

  private static final String PATH = "filter";
  private static final int MAX_LENGTH = 2_000;
  // Possessive throughout: what was taken is never given back, so time grows with length alone.
  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\s*+(?<field>[a-z_]{1,63}+)\\s*+(?<operator>!=|<=|>=|=|<|>|:)\\s*+"
              + "(?:\"(?<quoted>[^\"\\\\]*+(?:\\\\[\"\\\\][^\"\\\\]*+)*+)\"|(?<bare>[^\\s\"()]++))");
  private static final Pattern AND = Pattern.compile("\\s++AND(?=\\s)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

  private final Fields fields;
  private final List<Comparison> comparisons;

  private Filter(Fields fields, List<Comparison> comparisons) {
    this.fields = fields;
    this.comparisons = comparisons;
  }

  public static Filter read(Fields fields, String filter) {
    @Nullable List<Comparison> parsed = fields.parsed(PATH, filter, Filter::parse);
    return new Filter(fields, parsed == null ? new ArrayList<>() : new ArrayList<>(parsed));
  }

  /** The value of {@code field = value}, if the filter says so. */
  public <T> @Nullable T equal(String field, Function<String, T> parse) {
    return take(field, "=", parse);
  }

  /**
   * The value that a field is compared with.
   *
   * @param operator one of {@code = != < <= > >= :}
   */
  public <T> @Nullable T take(String field, String operator, Function<String, T> parse) {
    Optional<Comparison> found = remove(field, operator);
    return found.isEmpty()
        ? null
        : fields.parsed(PATH, found.get().value(), value -> within(field, parse, value));
  }

  /** Rejects what was not taken. */
  public void end(String known) {
    for (Comparison left : comparisons) {
      fields.reject(
          PATH,
          "cannot have '%s %s' here (or not twice); it takes %s, joined by AND"
              .formatted(left.field(), left.operator(), known));
    }
  }

  private Optional<Comparison> remove(String field, String operator) {
    Iterator<Comparison> left = comparisons.iterator();
    while (left.hasNext()) {
      Comparison comparison = left.next();
      if (comparison.field().equals(field) && comparison.operator().equals(operator)) {
        left.remove();
        return Optional.of(comparison);
      }
    }
    return Optional.empty();
  }

  /** Says which of the filter's fields is at fault. */
  private static <T> T within(String field, Function<String, T> parse, String value) {
    try {
      return parse.apply(value);
    } catch (FailureException refused) {
      throw new InvalidValue(field + " " + refused.failure().message()).asException();
    }
  }

  private static List<Comparison> parse(String filter) {
    List<Comparison> comparisons = new ArrayList<>();
    if (filter.isBlank()) {
      return comparisons;
    }
    if (filter.length() > MAX_LENGTH) {
      throw new InvalidValue("must be at most 2,000 characters").asException();
    }
    int position = 0;
    while (true) {
      Matcher comparison = COMPARISON.matcher(filter).region(position, filter.length());
      if (!comparison.lookingAt()) {
        throw malformed(position);
      }
      comparisons.add(Comparison.of(comparison));
      position = comparison.end();
      if (filter.substring(position).isBlank()) {
        return comparisons;
      }
      Matcher and = AND.matcher(filter).region(position, filter.length());
      if (!and.lookingAt()) {
        throw malformed(position);
      }
      position = and.end();
    }
  }

  private static RuntimeException malformed(int position) {
    return new InvalidValue(
            "must be comparisons such as field = \"value\", joined by AND; cannot read on at"
                + " character "
                + (position + 1))
        .asException();
  }

  private record Comparison(String field, String operator, String value) {

    static Comparison of(Matcher matched) {
      String quoted = matched.group("quoted");
      return new Comparison(
          matched.group("field"),
          matched.group("operator"),
          quoted == null ? matched.group("bare") : ESCAPE.matcher(quoted).replaceAll("$1"));
    }
  }
}
