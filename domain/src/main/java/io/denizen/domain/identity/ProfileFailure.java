package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;

/** Why something about a profile was refused. */
public sealed interface ProfileFailure extends Failure {

  /** Nobody can have been born there and then yet. */
  record BirthDateInFuture() implements ProfileFailure {
    @Override
    public Details details() {
      return Details.of(Kind.INVALID, "INVALID_FIELD", "must not be in the future")
          .with("field", "profile.birth_date");
    }
  }
}
