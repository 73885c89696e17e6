package io.denizen.domain.shared;

import java.util.Map;

/**
 * Why something was refused, as data. Each feature lists its own in one sealed interface; a use
 * case completes exceptionally with a {@link FailureException} that carries one.
 */
public interface Failure {

  Kind kind();

  /** Stable, in UPPER_SNAKE_CASE: what callers branch on (AIP-193 {@code ErrorInfo.reason}). */
  String reason();

  /** For people. Says what to do where something can be done; holds no personal or secret value. */
  String message();

  /** The facts of this case under lower-case keys, such as the name of the resource. */
  default Map<String, String> metadata() {
    return Map.of();
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
}
