package io.denizen.domain.credential;

import io.denizen.domain.shared.InvalidValue;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A password in the clear, of at most {@value #MAX_LENGTH} code points in Unicode's form NFKC, so
 * that it is the same however a keyboard composes it (NIST SP 800-63B, 3.1.1.2). It is never shown
 * and never kept.
 */
public final class Password {

  /** Of a new one, in code points. */
  public static final int MIN_LENGTH = 8;

  /** In code points. */
  public static final int MAX_LENGTH = 1_024;

  /** In UTF-16 units, as typed. Composing makes fewer of them, but not that few. */
  private static final int MAX_TYPED = 8 * MAX_LENGTH;

  private final String typed;
  private final String normalized;

  private Password(String typed, int least) {
    this.typed = typed;
    this.normalized = typed.length() > MAX_TYPED ? "" : normalize(typed);
    int length = normalized.codePointCount(0, normalized.length());
    if (length < least || length > MAX_LENGTH || !isText(normalized)) {
      throw new InvalidValue(
              "must be %,d to %,d characters without NUL".formatted(least, MAX_LENGTH))
          .asException();
    }
  }

  /** One that somebody says is theirs already: of any length up to the greatest. */
  public static Password offered(String typed) {
    return new Password(typed, 1);
  }

  /** One that somebody is to have from now on. */
  public static Password chosen(String typed) {
    return new Password(typed, MIN_LENGTH);
  }

  /** In the form that is hashed here. */
  public String normalized() {
    return normalized;
  }

  /** In the form that others hashed who did not normalise. */
  public String typed() {
    return typed;
  }

  /** What passwords are looked up by in lists of them: the same whatever the case. */
  public String key() {
    return key(typed);
  }

  /** The {@link #key()} of a password that need not be a valid one. */
  public static String key(String password) {
    return normalize(normalize(password).toLowerCase(Locale.ROOT));
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }

  private static String normalize(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** NUL ends a password for some algorithms, and half a surrogate pair has no UTF-8. */
  private static boolean isText(String text) {
    return text.codePoints()
        .allMatch(letter -> letter != 0 && Character.getType(letter) != Character.SURROGATE);
  }
}
