package io.denizen.testkit.credential;

import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.Octets;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordAlgorithm;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.credential.Pbkdf2Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Real hashes that take no time, and so protect nothing: PBKDF2 with one iteration, on the thread
 * of whoever asks. It knows no other hashes but PBKDF2's.
 */
public final class QuickHashing implements PasswordHashing {

  private static final int ITERATIONS = 1;
  private static final int BYTES = 32;
  private static final int MAX_MEMORY_KIB = 64 * 1_024;

  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger computed = new AtomicInteger();

  /** How many hashes were computed. */
  public int computed() {
    return computed.get();
  }

  /** A hash as it might come from elsewhere: of a password as it was typed. */
  public static PasswordHash foreign(String typed, int iterations) {
    Octets salt = Octets.of("somebody's salt".getBytes(StandardCharsets.UTF_8));
    return new Pbkdf2Hash(
        PasswordAlgorithm.PBKDF2_SHA256, iterations, salt, digest(typed, salt, iterations));
  }

  @Override
  public int maxMemoryKib() {
    return MAX_MEMORY_KIB;
  }

  @Override
  public CompletionStage<PasswordHash> hash(Password password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return CompletableFuture.completedStage(compute(password.normalized(), Octets.of(salt)));
  }

  @Override
  public CompletionStage<Boolean> matches(Password password, KeptPassword kept) {
    if (!(kept.hash() instanceof Pbkdf2Hash hash)) {
      throw new IllegalArgumentException("this is a hash by " + kept.hash().algorithm());
    }
    computed.incrementAndGet();
    String text = kept.imported() ? password.typed() : password.normalized();
    return CompletableFuture.completedStage(
        hash.digest().equals(digest(text, hash.salt(), hash.iterations())));
  }

  @Override
  public CompletionStage<Boolean> matchesNothing(Password password) {
    return hash(password).thenApply(any -> false);
  }

  @Override
  public boolean isCurrent(PasswordHash hash) {
    return hash instanceof Pbkdf2Hash pbkdf2 && pbkdf2.iterations() == ITERATIONS;
  }

  private PasswordHash compute(String text, Octets salt) {
    computed.incrementAndGet();
    return new Pbkdf2Hash(
        PasswordAlgorithm.PBKDF2_SHA256, ITERATIONS, salt, digest(text, salt, ITERATIONS));
  }

  private static Octets digest(String text, Octets salt, int iterations) {
    try {
      PBEKeySpec spec =
          new PBEKeySpec(text.toCharArray(), salt.toByteArray(), iterations, BYTES * Byte.SIZE);
      return Octets.of(
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2", e);
    }
  }
}
