package io.denizen.domain.shared;

/**
 * What any read or write can meet: a store that does not answer, is overloaded, or a caller who
 * left.
 */
public sealed interface StoreFailure extends Failure {

  /**
   * The database does not answer. Whether a commit under way took effect is unknown: retry with its
   * request id.
   */
  record Unavailable() implements StoreFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.UNAVAILABLE,
          "DATABASE_UNAVAILABLE",
          "The database does not answer. Retry; a change with the same request_id is made at most once.");
    }
  }

  /** More is waiting for the database than may wait. Nothing was done. */
  record Overloaded() implements StoreFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.RESOURCE_EXHAUSTED,
          "OVERLOADED",
          "Too many calls are waiting for the database. Nothing was done; retry later.");
    }
  }

  /** The caller cancelled or its deadline passed before the work was started. Nothing was done. */
  record CallerGone() implements StoreFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.CANCELLED,
          "CALLER_GONE",
          "The call was cancelled or its deadline passed before the work was started.");
    }
  }
}
