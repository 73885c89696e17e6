package io.denizen.domain.credential;

/**
 * A hash by Argon2id or Argon2i.
 *
 * @param version {@value #VERSION} (RFC 9106), or 16 as it was before 2016
 */
public record Argon2Hash(
    PasswordAlgorithm algorithm, int version, Argon2Cost cost, Octets salt, Octets digest)
    implements PasswordHash {

  /** 1.3. */
  public static final int VERSION = 19;

  private static final int OLD_VERSION = 16;

  public Argon2Hash {
    HashBounds.require(
        version == VERSION || version == OLD_VERSION, "must be of Argon2's version 16 or 19");
    HashBounds.requireLengths(salt, digest);
  }

  @Override
  public String parameters() {
    return cost.toString();
  }

  @Override
  public String text() {
    return PhcString.of(algorithm, "v=" + version + "$" + cost, salt, digest);
  }

  @Override
  public int memoryKib() {
    return cost.memoryKib();
  }

  static Argon2Hash parse(PasswordAlgorithm algorithm, PhcString text) {
    boolean versioned = text.fields().size() == 4;
    int version = versioned ? text.numbers(0, "v")[0] : OLD_VERSION;
    int[] cost = text.numbers(versioned ? 1 : 0, "m", "t", "p");
    return new Argon2Hash(
        algorithm,
        version,
        new Argon2Cost(cost[0], cost[1], cost[2]),
        text.octets(versioned ? 2 : 1),
        text.octets(versioned ? 3 : 2));
  }
}
