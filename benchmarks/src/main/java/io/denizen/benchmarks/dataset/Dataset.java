package io.denizen.benchmarks.dataset;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Which rows there are. Ids end in twelve decimal digits, so that pgbench, which only knows
 * numbers, can name any of them.
 *
 * @param identities how many; each tenth is a service, the others are persons
 * @param spare applications without members of their own, for memberships to be created in
 */
public record Dataset(long identities, int spare) {
  /** Applications that every identity is in one or two of. */
  public static final int HOMES = 500;

  /** One identity in so many is a service. */
  public static final int SERVICE_EVERY = 10;

  /** What every member may do. */
  public static final String PERMISSION = "invoice.read";

  /** What ids end in starts here, so that there are always twelve digits. */
  public static final long FIRST = 100_000_000_000L;

  /** A prime: multiples of it, modulo a count, meet each row once before any a second time. */
  private static final long STRIDE = 1_000_003;

  /** Memberships that a machine creates a second, at the very most. */
  private static final long MEMBERSHIPS_A_SECOND = 40_000;

  private static final String IDENTITY = "018f0000-0000-7000-8000-";
  private static final String APPLICATION = "018f0000-0001-7000-8000-";

  /** How many applications there must be for memberships to be created for some time. */
  public static int applicationsFilledIn(int seconds, long identities) {
    return (int) (1 + seconds * MEMBERSHIPS_A_SECOND / identities);
  }

  /** Name of the n-th identity. */
  public static String identity(long n) {
    return "identities/" + IDENTITY + (FIRST + n);
  }

  /** Name of the n-th application; the spare ones come after the {@link #HOMES}. */
  public static String application(long n) {
    return "applications/" + APPLICATION + (FIRST + n);
  }

  /** Which application the n-th identity belongs to; some belong to another one too. */
  public static long home(long n) {
    return (FIRST + n) % HOMES;
  }

  /** Email address of the n-th identity. */
  public static String email(long n) {
    return "p" + (FIRST + n) + "@bench.example";
  }

  /** Any identity. */
  public long random() {
    return ThreadLocalRandom.current().nextLong(identities);
  }

  /** The identity of the n-th of many calls of which no two at a time may meet. */
  public long scattered(long n) {
    return n * STRIDE % identities;
  }

  /** How many services there are. */
  public long services() {
    return (identities + SERVICE_EVERY - 1) / SERVICE_EVERY;
  }
}
