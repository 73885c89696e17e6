package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;

/** Why something about preferences was refused. */
public sealed interface PreferencesFailure extends Failure {

  /**
   * Settings that nobody may have, or that an update would lead to.
   *
   * @param field where in the resource, such as {@code preferences.settings.mail.digest}
   * @param message what may be there instead
   */
  record InvalidSettings(String field, String message) implements PreferencesFailure {
    @Override
    public Details details() {
      return Details.of(Kind.INVALID, "INVALID_FIELD", message).with("field", field);
    }
  }
}
