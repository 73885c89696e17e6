package io.denizen.hashing;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.Argon2Hash;
import io.denizen.domain.credential.CredentialFailure.HashTooLarge;
import io.denizen.domain.credential.CredentialFailure.HashingBusy;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.Octets;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordAlgorithm;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.StoreFailure.CallerGone;
import io.opentelemetry.api.metrics.Meter;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id for new passwords, and every kind of hash for those there are; on a few threads of its
 * own behind a bounded queue, so that however many sign in, everything else goes on.
 */
public final class PasswordHasher implements PasswordHashing, AutoCloseable {

  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;
  private static final long IDLE_SECONDS = 10;

  private final Settings settings;
  private final CallerScope calls;
  private final SecureRandom random = new SecureRandom();
  private final KeptPassword nobodys;
  private final Semaphore memory;
  private final ThreadPoolExecutor threads;
  private final HashingMetrics metrics;

  /**
   * Starts no thread yet.
   *
   * @param calls tells whether anybody waits for a hash
   */
  public PasswordHasher(Settings settings, CallerScope calls, Meter meter) {
    this.settings = settings;
    this.calls = calls;
    this.nobodys = KeptPassword.of(unmatched());
    this.memory = new Semaphore(settings.memoryKib(), true);
    this.threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.waiting()),
            Thread.ofPlatform().name("denizen-hash-", 1).factory());
    threads.allowCoreThreadTimeOut(true);
    this.metrics = new HashingMetrics(meter, threads.getQueue()::size);
  }

  /**
   * How much is hashed, and how.
   *
   * @param cost of new hashes
   * @param threads hashes that are computed at the same time
   * @param waiting hashes that wait until then; what comes on top of them is refused
   * @param memoryKib what all of them together may take, in KiB; one that takes more is refused
   */
  public record Settings(Argon2Cost cost, int threads, int waiting, int memoryKib) {

    private static final int WAITING_FOR_EACH = 64;

    /**
     * Checks that they make sense.
     *
     * @throws IllegalArgumentException if not even one new hash may be computed
     */
    public Settings {
      if (cost.memoryKib() > memoryKib) {
        throw new IllegalArgumentException(
            "hashing a password takes %,d KiB, and all of it may take %,d KiB"
                .formatted(cost.memoryKib(), memoryKib));
      }
    }

    /**
     * All processors but one, which everything else is left; {@link #memoryOfThisMachine}.
     *
     * @throws IllegalArgumentException if that is too little for one hash
     */
    public static Settings ofThisMachine(Argon2Cost cost) {
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
      return new Settings(cost, threads, threads * WAITING_FOR_EACH, memoryOfThisMachine());
    }

    /** A third of Java's memory, in KiB: what lives beside it fits into the rest. */
    public static int memoryOfThisMachine() {
      long third = Runtime.getRuntime().maxMemory() / 3 / 1_024;
      return Math.toIntExact(Math.clamp(third, 1, 1 << 30));
    }
  }

  @Override
  public int maxMemoryKib() {
    return settings.memoryKib();
  }

  @Override
  public CompletionStage<PasswordHash> hash(Password password) {
    return submit(
        settings.cost().memoryKib(),
        () -> Digests.argon2(password.normalized(), settings.cost(), random(SALT_BYTES)));
  }

  @Override
  public CompletionStage<Boolean> matches(Password password, KeptPassword kept) {
    String text = kept.imported() ? password.typed() : password.normalized();
    return submit(kept.hash().memoryKib(), () -> Digests.matches(text, kept.hash()));
  }

  @Override
  public CompletionStage<Boolean> matchesNothing(Password password) {
    return matches(password, nobodys).thenApply(any -> false);
  }

  @Override
  public boolean isCurrent(PasswordHash hash) {
    return hash instanceof Argon2Hash argon2
        && argon2.algorithm() == PasswordAlgorithm.ARGON2ID
        && argon2.version() == Argon2Hash.VERSION
        && argon2.cost().equals(settings.cost());
  }

  /** Finishes what is queued. */
  @Override
  public void close() {
    threads.close();
    metrics.close();
  }

  /**
   * What takes more than there is to spare must not even begin: Java would be out of memory, and
   * the process is told to end then.
   */
  private <T> CompletionStage<T> submit(int memoryKib, Supplier<T> work) {
    if (memoryKib > settings.memoryKib()) {
      return CompletableFuture.failedStage(
          new HashTooLarge(memoryKib, settings.memoryKib()).asException());
    }
    CallerScope.Captured call = calls.capture();
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      threads.execute(
          () -> {
            if (call.isGone()) {
              call.run(() -> answer.completeExceptionally(new CallerGone().asException()));
            } else {
              compute(memoryKib, work, call, answer);
            }
          });
    } catch (RejectedExecutionException full) {
      metrics.refused();
      return CompletableFuture.failedStage(new HashingBusy().asException());
    }
    return answer;
  }

  private <T> void compute(
      int memoryKib, Supplier<T> work, CallerScope.Captured call, CompletableFuture<T> answer) {
    memory.acquireUninterruptibly(memoryKib);
    long start = System.nanoTime();
    T computed;
    try {
      computed = work.get();
    } catch (RuntimeException | Error failed) {
      call.run(() -> answer.completeExceptionally(failed));
      return;
    } finally {
      memory.release(memoryKib);
      metrics.computedSince(start);
    }
    call.run(() -> answer.complete(computed));
  }

  /** A hash of no password: of 2^256 digests, nobody finds the password of this one. */
  private PasswordHash unmatched() {
    return new Argon2Hash(
        PasswordAlgorithm.ARGON2ID,
        Argon2Hash.VERSION,
        settings.cost(),
        random(SALT_BYTES),
        random(DIGEST_BYTES));
  }

  private Octets random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }
}
