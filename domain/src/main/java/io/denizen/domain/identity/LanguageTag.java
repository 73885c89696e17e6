package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language, and the place and script it is used in (BCP 47, RFC 5646), at most 64 characters: it
 * must be well-formed; whether its parts are registered is not checked, as the registry grows.
 *
 * @param value in the one canonical notation, in whichever it was given: {@code de-CH} for {@code
 *     DE-ch}
 */
public record LanguageTag(String value) {

  private static final int MAX_LENGTH = 64;

  public LanguageTag {
    InvalidValue.unless(!value.isEmpty() && value.length() <= MAX_LENGTH, message());
    value = canonical(value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String canonical(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException notOne) {
      throw new InvalidValue(message()).asException();
    }
  }

  private static String message() {
    return "must be a language tag (BCP 47) such as en, de-CH or zh-Hant, at most 64 characters";
  }
}
