package io.denizen.domain.shared;

/** Bytes as text, so that values made of them are equal. */
public final class Hex {

  private static final String DIGITS = "0123456789abcdef";
  private static final int LENGTH = 64;

  private Hex() {}

  /**
   * Checks that it is 32 bytes, each as two lower-case digits.
   *
   * @throws FailureException with {@link InvalidValue}
   */
  public static void require32Bytes(String hex) {
    boolean valid = hex.length() == LENGTH;
    for (int i = 0; valid && i < LENGTH; i++) {
      valid = DIGITS.indexOf(hex.charAt(i)) >= 0;
    }
    if (!valid) {
      throw new InvalidValue("must be 64 lower-case hexadecimal digits").asException();
    }
  }
}
