package io.denizen.domain.membership;

import io.denizen.domain.shared.Failure;

/** Why a question about access was refused. */
public sealed interface AccessFailure extends Failure {

  /** Nobody knows yet what will be. */
  record ReadTimeInFuture() implements AccessFailure {
    @Override
    public Details details() {
      return Details.of(Kind.INVALID, "INVALID_FIELD", "must not be in the future")
          .with("field", "read_time");
    }
  }
}
