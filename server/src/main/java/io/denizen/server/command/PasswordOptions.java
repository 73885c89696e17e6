package io.denizen.server.command;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.KnownPasswords;
import io.denizen.domain.credential.LockPolicy;
import io.denizen.domain.shared.FailureException;
import io.denizen.hashing.PasswordHasher;
import io.denizen.hashing.PasswordList;
import io.denizen.server.PasswordSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How passwords are hashed, how often they can be tried, and which are too well known. */
final class PasswordOptions {
  private static final int KIB_OF_MIB = 1_024;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--argon2-memory",
      paramLabel = "MIB",
      defaultValue = "64",
      description =
          "Memory that hashing a password takes, 1 to 256 MiB and at most a third of Java's"
              + " (default: ${DEFAULT-VALUE}).")
  private int memory;

  @Option(
      names = "--argon2-iterations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Passes over that memory (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--argon2-parallelism",
      paramLabel = "N",
      defaultValue = "4",
      description = "Lanes of that memory, 1 to 64 (default: ${DEFAULT-VALUE}).")
  private int parallelism;

  @Option(
      names = "--password-attempts",
      paramLabel = "N",
      defaultValue = "10",
      description = "Wrong passwords in a row that lock, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--password-lock",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "For how long they lock first; each further one for twice as long, up to a day"
              + " (default: ${DEFAULT-VALUE}).")
  private int lock;

  @Option(
      names = "--known-passwords",
      paramLabel = "FILE",
      description = "Passwords that nobody may have, one in each line.")
  private @Nullable Path known;

  PasswordSettings settings() {
    if (memory < 1 || memory > 256) {
      throw wrong("hashing a password takes 1 to 256 MiB, not " + memory);
    }
    requireMemory();
    if (attempts < 1 || attempts > 1_000) {
      throw wrong("1 to 1000 wrong passwords lock, not " + attempts);
    }
    if (lock < 1 || lock > LockPolicy.LONGEST.toSeconds()) {
      throw wrong("a lock takes 1 to " + LockPolicy.LONGEST.toSeconds() + " seconds, not " + lock);
    }
    return new PasswordSettings(
        cost(), new LockPolicy(attempts, Duration.ofSeconds(lock)), knownPasswords());
  }

  /** Rather no start than one that ends with the first password. */
  private void requireMemory() {
    int most = PasswordHasher.Settings.memoryOfThisMachine() / KIB_OF_MIB;
    if (memory > most) {
      throw wrong(
          "hashing a password is to take %d MiB, and a third of Java's memory is %d MiB: give Java more (-Xmx), or say less (--argon2-memory)"
              .formatted(memory, most));
    }
  }

  private Argon2Cost cost() {
    try {
      return new Argon2Cost(memory * KIB_OF_MIB, iterations, parallelism);
    } catch (FailureException refused) {
      throw wrong("passwords cannot be hashed so: " + refused.failure().message());
    }
  }

  private KnownPasswords knownPasswords() {
    if (known == null) {
      return KnownPasswords.NONE;
    }
    try {
      return PasswordList.read(known);
    } catch (IOException e) {
      throw wrong("cannot read the list of passwords " + known);
    } catch (IllegalArgumentException e) {
      throw wrong("the list of passwords " + known + " has " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
