package io.denizen.domain.shared;

import java.util.HashMap;
import java.util.Map;

/**
 * Why something was refused, as data. Each feature lists its own in one sealed interface; a use
 * case completes exceptionally with a {@link FailureException} that carries one.
 */
public interface Failure {

  /** All that a caller is told. */
  Details details();

  default Kind kind() {
    return details().kind();
  }

  default String reason() {
    return details().reason();
  }

  default String message() {
    return details().message();
  }

  default Map<String, String> metadata() {
    return details().metadata();
  }

  default FailureException asException() {
    return new FailureException(this);
  }

  /** What a caller can do about it. */
  enum Kind {
    /** The request can never succeed as it is. */
    INVALID,
    /** What was named is not there. */
    NOT_FOUND,
    /** What was to be made is there already. */
    ALREADY_EXISTS,
    /** The decision was overtaken by another change: read again, decide again. */
    ABORTED,
    /** The system is not in the state that this needs. */
    FAILED_PRECONDITION,
    /** Too much is under way: try again later. */
    RESOURCE_EXHAUSTED,
    /**
     * There is as much of it as there may be: to try again is of no use until some of it is gone.
     */
    LIMIT_REACHED,
    /** Whoever this is about has not shown who it is. */
    UNAUTHENTICATED,
    /** The store does not answer: try again later, with the same request id. */
    UNAVAILABLE,
    /** The caller has gone; nothing was done. */
    CANCELLED
  }

  /**
   * What a caller is told (AIP-193). Holds no personal or secret value.
   *
   * @param reason stable, in UPPER_SNAKE_CASE: what callers branch on ({@code ErrorInfo.reason})
   * @param message for people; says what to do where something can be done
   * @param metadata the facts of this case under lower-case keys, such as the name of the {@code
   *     resource}, or the {@code field} at fault
   */
  record Details(Kind kind, String reason, String message, Map<String, String> metadata) {

    public Details {
      metadata = Map.copyOf(metadata);
    }

    /** Without any fact of the case yet. */
    public static Details of(Kind kind, String reason, String message) {
      return new Details(kind, reason, message, Map.of());
    }

    /** The same with a fact, in place of any that it had under this key. */
    public Details with(String key, Object fact) {
      Map<String, String> facts = new HashMap<>(metadata);
      facts.put(key, fact.toString());
      return new Details(kind, reason, message, facts);
    }
  }
}
