package io.denizen.domain.credential;

import java.nio.charset.StandardCharsets;

/**
 * A hash by scrypt.
 *
 * @param logN the binary logarithm of {@code N}, 1 to 20
 * @param r the block size, 1 to 64; with {@code N} it makes at most 256 MiB
 * @param p how often all of that is done, 1 to 64; at most 1 GiB together
 */
public record ScryptHash(int logN, int r, int p, Octets salt, Octets digest)
    implements PasswordHash {

  private static final long MAX_WORK_KIB = 1_024 * 1_024;

  public ScryptHash {
    HashBounds.require(
        HashBounds.isWithin(logN, 1, 20)
            && HashBounds.isWithin(r, 1, 64)
            && HashBounds.isWithin(p, 1, 64)
            // RFC 7914, 2: N is less than 2 to the power of 128 r / 8.
            && logN < 16 * r
            && blockKib(logN, r) <= HashBounds.MAX_MEMORY_KIB
            && blockKib(logN, r) * p <= MAX_WORK_KIB,
        "must have scrypt parameters with N r of at most 2^21 (256 MiB), N r p of at most 2^23, and r and p of at most 64");
    HashBounds.requireLengths(salt, digest);
  }

  @Override
  public PasswordAlgorithm algorithm() {
    return PasswordAlgorithm.SCRYPT;
  }

  @Override
  public String parameters() {
    return "ln=" + logN + ",r=" + r + ",p=" + p;
  }

  @Override
  public String text() {
    return PhcString.of(algorithm(), parameters(), salt, digest);
  }

  @Override
  public int memoryKib() {
    return (int) blockKib(logN, r) + 1;
  }

  static ScryptHash parse(PhcString text) {
    int[] cost = text.numbers(0, "ln", "r", "p");
    return new ScryptHash(cost[0], cost[1], cost[2], text.octets(1), text.octets(2));
  }

  /**
   * Of crypt(3): {@code $7$}, a digit for {@code N}, five each for {@code r} and {@code p}, a salt
   * that is used as it is written, {@code $}, the digest.
   */
  static ScryptHash parseCrypt(String text) {
    String rest = text.substring("$7$".length());
    int end = rest.lastIndexOf('$');
    HashBounds.require(end > 11, "must be an scrypt hash such as $7$CU..../....salt$digest");
    return new ScryptHash(
        CryptBase64.number(rest, 0, 1),
        CryptBase64.number(rest, 1, 5),
        CryptBase64.number(rest, 6, 5),
        saltAsWritten(rest.substring(11, end)),
        Octets.of(CryptBase64.bytes(rest.substring(end + 1))));
  }

  /** Letters that ASCII has not would be another salt, and so a hash that no password matches. */
  private static Octets saltAsWritten(String salt) {
    HashBounds.require(
        salt.chars().allMatch(letter -> letter > ' ' && letter < 0x7F),
        "must have a salt of ASCII letters, digits and signs");
    return Octets.of(salt.getBytes(StandardCharsets.US_ASCII));
  }

  /** 128 N r bytes; small ones count as a KiB. */
  private static long blockKib(int logN, int r) {
    return Math.max(1, ((long) r << logN) >> 3);
  }
}
