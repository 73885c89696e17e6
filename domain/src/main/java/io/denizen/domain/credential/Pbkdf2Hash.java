package io.denizen.domain.credential;

/**
 * A hash by PBKDF2.
 *
 * @param iterations 1 to 5,000,000
 */
public record Pbkdf2Hash(PasswordAlgorithm algorithm, int iterations, Octets salt, Octets digest)
    implements PasswordHash {

  public Pbkdf2Hash {
    HashBounds.require(
        HashBounds.isWithin(iterations, 1, 5_000_000), "must have 1 to 5,000,000 iterations");
    HashBounds.requireLengths(salt, digest);
  }

  @Override
  public String parameters() {
    return "i=" + iterations;
  }

  @Override
  public String text() {
    return PhcString.of(algorithm, parameters(), salt, digest);
  }

  @Override
  public int memoryKib() {
    return 1;
  }

  /** With {@code i=…}, maybe {@code l=…} too, or with nothing but the number as passlib writes. */
  static Pbkdf2Hash parse(PasswordAlgorithm algorithm, PhcString text) {
    return new Pbkdf2Hash(algorithm, iterations(text), text.octets(1), text.octets(2));
  }

  private static int iterations(PhcString text) {
    String parameters = text.fields().getFirst();
    if (parameters.indexOf('=') < 0) {
      return PhcString.number(parameters);
    }
    return parameters.indexOf(',') < 0 ? text.numbers(0, "i")[0] : text.numbers(0, "i", "l")[0];
  }
}
