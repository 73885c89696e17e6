package io.denizen.domain.credential;

/**
 * What Argon2 is told (RFC 9106, 3.1): how much a hash costs, and so how much each guess does.
 *
 * @param memoryKib {@code m}, in KiB: at least 8 for each lane, at most 256 MiB
 * @param iterations {@code t}, passes over that memory; all together at most 2 GiB
 * @param parallelism {@code p}, lanes, 1 to 64
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

  /** The second recommended option of RFC 9106, 4: for where 2 GiB a hash are too much. */
  public static final Argon2Cost RECOMMENDED = new Argon2Cost(64 * 1_024, 3, 4);

  private static final long MAX_WORK_KIB = 2 * 1_024 * 1_024;

  public Argon2Cost {
    HashBounds.require(
        HashBounds.isWithin(parallelism, 1, 64)
            && HashBounds.isWithin(memoryKib, 8L * parallelism, HashBounds.MAX_MEMORY_KIB)
            && HashBounds.isWithin(iterations, 1, MAX_WORK_KIB / memoryKib),
        "must have Argon2 parameters p of 1 to 64, m of 8 p to 262,144 and t of 1 to 2,097,152 / m");
  }

  /** As the PHC string format has it. */
  @Override
  public String toString() {
    return "m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism;
  }
}
