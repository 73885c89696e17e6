package io.denizen.application.credential;

import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHashing;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Hashes a password at the first attempt at a change; whoever is overtaken and decides again finds
 * it hashed. The attempts of one call follow each other, so nothing here is shared.
 */
final class HashedOnce {

  private final PasswordHashing hashing;
  private @Nullable CompletionStage<KeptPassword> hashed;

  HashedOnce(PasswordHashing hashing) {
    this.hashing = hashing;
  }

  /**
   * The password as it is to be kept.
   *
   * @param password the same each time
   */
  CompletionStage<KeptPassword> of(Password password) {
    CompletionStage<KeptPassword> kept = hashed;
    if (kept == null) {
      kept = hashing.hash(password).thenApply(KeptPassword::of);
      hashed = kept;
    }
    return kept;
  }
}
