package io.denizen.domain.credential;

import io.denizen.domain.shared.InvalidValue;

/** Numbers and bytes as crypt(3) writes them: 64 digits, the least significant first. */
final class CryptBase64 {

  private static final String DIGITS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BITS = 6;

  private CryptBase64() {}

  static boolean isDigit(char letter) {
    return DIGITS.indexOf(letter) >= 0;
  }

  /** The number that so many digits from a place on make; five of them at most. */
  static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++) {
      number |= digit(text, from + i) << (BITS * i);
    }
    return number;
  }

  /** Four digits are three bytes; fewer at the end are fewer. */
  static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    for (int i = 0; i < bytes.length; i++) {
      int first = i * Byte.SIZE / BITS;
      int shift = i * Byte.SIZE % BITS;
      int pair = digit(text, first) | digit(text, first + 1) << BITS;
      bytes[i] = (byte) (pair >> shift);
    }
    return bytes;
  }

  private static int digit(String text, int at) {
    int digit = at < text.length() ? DIGITS.indexOf(text.charAt(at)) : -1;
    if (digit < 0) {
      throw new InvalidValue("must consist of letters, digits, '.' and '/' behind its prefix")
          .asException();
    }
    return digit;
  }
}
