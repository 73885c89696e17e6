package io.denizen.domain.credential;

/**
 * A hash by bcrypt.
 *
 * @param text {@code $2b$12$} and 53 letters; {@code $2a$} and {@code $2y$} are the same
 */
public record BcryptHash(String text) implements PasswordHash {

  private static final int LENGTH = 60;
  private static final int DIGITS = 7;
  private static final int MEMORY_KIB = 4;

  public BcryptHash {
    HashBounds.require(isWellFormed(text), "must be a bcrypt hash such as $2b$12$ and 53 letters");
    HashBounds.require(
        HashBounds.isWithin(cost(text), 4, 15), "must have a bcrypt cost of 4 to 15");
  }

  @Override
  public PasswordAlgorithm algorithm() {
    return PasswordAlgorithm.BCRYPT;
  }

  @Override
  public String parameters() {
    return "c=" + cost(text);
  }

  @Override
  public int memoryKib() {
    return MEMORY_KIB;
  }

  /** Leaves out salt and digest. */
  @Override
  public String toString() {
    return "BcryptHash[" + parameters() + "]";
  }

  private static boolean isWellFormed(String text) {
    if (text.length() != LENGTH
        || !text.startsWith("$2")
        || "aby".indexOf(text.charAt(2)) < 0
        || text.charAt(3) != '$'
        || !isDigit(text.charAt(4))
        || !isDigit(text.charAt(5))
        || text.charAt(6) != '$') {
      return false;
    }
    for (int i = DIGITS; i < LENGTH; i++) {
      if (!CryptBase64.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int cost(String text) {
    return Integer.parseInt(text.substring(4, 6));
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
