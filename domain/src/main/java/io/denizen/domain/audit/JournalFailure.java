package io.denizen.domain.audit;

import io.denizen.domain.shared.Failure;
import java.util.Map;
import java.util.UUID;

/** Why a change set was refused for reasons that any feature can meet. */
public sealed interface JournalFailure extends Failure {

  /**
   * The resource is not as it was when the decision was made, or not as the caller's etag says
   * (AIP-154).
   */
  record StaleVersion(ResourceName resource) implements JournalFailure {
    @Override
    public Kind kind() {
      return Kind.ABORTED;
    }

    @Override
    public String reason() {
      return "STALE_VERSION";
    }

    @Override
    public String message() {
      return resource + " was changed meanwhile. Read it again and decide again.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", resource.value());
    }
  }

  /**
   * This actor's request was committed before. Use cases answer with the first outcome; callers
   * never see this.
   */
  record RepeatedRequest(UUID requestId) implements JournalFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "REPEATED_REQUEST";
    }

    @Override
    public String message() {
      return "This request was committed before.";
    }
  }

  /** The request id was used before, for another request (AIP-155). */
  record RequestIdReused(UUID requestId) implements JournalFailure {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String reason() {
      return "REQUEST_ID_REUSED";
    }

    @Override
    public String message() {
      return "request_id was used before for a request with other content. Make a new id for each request.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("request_id", requestId.toString(), "field", "request_id");
    }
  }

  /** The request was committed before, but what it was answered has been erased since. */
  record OutcomeErased(ResourceVersion outcome) implements JournalFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "OUTCOME_ERASED";
    }

    @Override
    public String message() {
      return "This request took effect before; what it was answered has been erased since. Read "
          + outcome.resource()
          + ".";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", outcome.resource().value());
    }
  }

  /** More changes than one transaction takes. */
  record TooLarge(int changes) implements JournalFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "CHANGE_SET_TOO_LARGE";
    }

    @Override
    public String message() {
      return "This would change at least "
          + changes
          + " resources at once; at most "
          + Journal.MAX_CHANGES
          + " are. Delete some of them first.";
    }
  }
}
