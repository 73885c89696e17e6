package io.denizen.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * What someone is called, by the parts that forms ask for; each null if it is not known or there is
 * none. The terms are those of OpenID Connect Core 1.0, 5.1.
 */
public record FullName(
    @Nullable PersonName given,
    @Nullable PersonName family,
    @Nullable PersonName middle,
    @Nullable PersonName nickname) {

  /** Of whom nothing is known. */
  public static final FullName UNKNOWN = new FullName(null, null, null, null);

  public FullName withGiven(@Nullable PersonName newGiven) {
    return new FullName(newGiven, family, middle, nickname);
  }

  public FullName withFamily(@Nullable PersonName newFamily) {
    return new FullName(given, newFamily, middle, nickname);
  }

  public FullName withMiddle(@Nullable PersonName newMiddle) {
    return new FullName(given, family, newMiddle, nickname);
  }

  public FullName withNickname(@Nullable PersonName newNickname) {
    return new FullName(given, family, middle, newNickname);
  }
}
