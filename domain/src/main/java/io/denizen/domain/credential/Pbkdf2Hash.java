package io.denizen.domain.credential;

/**
 * A hash by PBKDF2 (RFC 8018, 5.2), which iterates anew for each block of the digest: as many bytes
 * as its hash function yields.
 *
 * @param iterations 1 to 2,000,000, in all blocks together
 */
public record Pbkdf2Hash(PasswordAlgorithm algorithm, int iterations, Octets salt, Octets digest)
    implements PasswordHash {

  private static final int MAX_WORK = 2_000_000;
  private static final int SHA256_BYTES = 32;
  private static final int SHA512_BYTES = 64;

  public Pbkdf2Hash {
    HashBounds.requireLengths(salt, digest);
    HashBounds.require(
        HashBounds.isWithin(iterations, 1, MAX_WORK / blocks(algorithm, digest)),
        "must have 1 to 2,000,000 iterations, in all blocks of its digest together");
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

  private static int blocks(PasswordAlgorithm algorithm, Octets digest) {
    int block = algorithm == PasswordAlgorithm.PBKDF2_SHA512 ? SHA512_BYTES : SHA256_BYTES;
    return Math.ceilDiv(digest.length(), block);
  }

  private static int iterations(PhcString text) {
    String parameters = text.fields().getFirst();
    if (parameters.indexOf('=') < 0) {
      return PhcString.number(parameters);
    }
    return parameters.indexOf(',') < 0 ? text.numbers(0, "i")[0] : text.numbers(0, "i", "l")[0];
  }
}
