package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about a profile was refused. */
public sealed interface ProfileFailure extends Failure {

  /** Nobody can have been born there and then yet. */
  record BirthDateInFuture() implements ProfileFailure {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String reason() {
      return "INVALID_FIELD";
    }

    @Override
    public String message() {
      return "must not be in the future";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("field", "profile.birth_date");
    }
  }
}
