package io.denizen.domain.audit;

import io.denizen.domain.shared.Failure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a change set was refused for reasons that any feature can meet. */
public sealed interface JournalFailure extends Failure {

  /**
   * The resource is not as it was when the decision was made, or not as the caller's etag says
   * (AIP-154).
   *
   * @param resource null if nothing was to be changed, and something was in the way all the same
   */
  record StaleVersion(@Nullable ResourceName resource) implements JournalFailure {
    @Override
    public Details details() {
      return resource == null
          ? Details.of(
              Kind.ABORTED, "STALE_VERSION", "Another change was in the way. Decide again.")
          : Details.of(
                  Kind.ABORTED,
                  "STALE_VERSION",
                  resource + " was changed meanwhile. Read it again and decide again.")
              .with("resource", resource);
    }
  }

  /**
   * This actor's request was committed before. Use cases answer with the first outcome; callers
   * never see this.
   */
  record RepeatedRequest(UUID requestId) implements JournalFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS, "REPEATED_REQUEST", "This request was committed before.");
    }
  }

  /** The request id was used before, for another request (AIP-155). */
  record RequestIdReused(UUID requestId) implements JournalFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.INVALID,
              "REQUEST_ID_REUSED",
              "was used before for a request with other content. Make a new id for each request.")
          .with("request_id", requestId)
          .with("field", "request_id");
    }
  }

  /** The request was committed before, but what it was answered has been erased since. */
  record OutcomeErased(ResourceVersion outcome) implements JournalFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "OUTCOME_ERASED",
              "This request took effect before; what it was answered has been erased since. Read "
                  + outcome.resource()
                  + ".")
          .with("resource", outcome.resource());
    }
  }

  /** More changes than one transaction takes. */
  record TooLarge(int changes) implements JournalFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.FAILED_PRECONDITION,
          "CHANGE_SET_TOO_LARGE",
          "This would change at least "
              + changes
              + " resources at once; at most "
              + Journal.MAX_CHANGES
              + " are. Delete some of them first.");
    }
  }
}
