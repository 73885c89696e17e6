package io.denizen.persistence.shared;

/**
 * How many threads, each with a connection, do what; so that whatever one kind of work waits for,
 * the other kinds go on.
 *
 * @param lookups find rows by key, many callers' at once
 * @param queries read whatever else there is to read
 * @param commits write change sets, many callers' at once
 * @param alone write what has a transaction to itself
 */
public record Threads(int lookups, int queries, int commits, int alone) {

  /** One for each kind of work. */
  public static final int FEWEST = 4;

  private static final int MOST_COMMITS = 4;

  /**
   * Divides connections among the kinds of work. Few are enough for what callers share: more of
   * them only make smaller batches.
   *
   * @throws IllegalArgumentException if there are fewer than {@link #FEWEST}
   */
  public static Threads of(int connections) {
    if (connections < FEWEST) {
      throw new IllegalArgumentException(
          "there must be " + FEWEST + " connections or more, not " + connections);
    }
    int lookups = Math.max(1, connections / 8);
    int commits = Math.clamp(connections / 5, 1, MOST_COMMITS);
    int alone = Math.max(1, connections / 4);
    return new Threads(lookups, connections - lookups - commits - alone, commits, alone);
  }
}
