package io.denizen.domain.credential;

import java.util.concurrent.CompletionStage;

/**
 * Hashes passwords, away from the threads of its callers: each takes a tenth of a second of a
 * processor or more, so only as many are under way as the machine can bear.
 *
 * <p>Every method may complete with {@link CredentialFailure.HashingBusy}, or with {@link
 * io.denizen.domain.shared.StoreFailure.CallerGone} if nobody waits for it any more.
 */
public interface PasswordHashing {

  /**
   * The most memory that checking a hash may take here, in KiB. Answers at once.
   *
   * @return less than what {@link PasswordHash} allows where there is not so much to spare
   */
  int maxMemoryKib();

  /** A new hash of the password's normal form, with the parameters for new ones. */
  CompletionStage<PasswordHash> hash(Password password);

  /**
   * Whether the password is the one that is kept. Takes as long if it is not.
   *
   * <p>Completes with {@link CredentialFailure.HashTooLarge} for a hash of more than {@link
   * #maxMemoryKib}: one that was kept where there was more to spare.
   */
  CompletionStage<Boolean> matches(Password password, KeptPassword kept);

  /** False, after as much work as a comparison with one of its own hashes. */
  CompletionStage<Boolean> matchesNothing(Password password);

  /** Whether a new hash would be computed with the same parameters. Answers at once. */
  boolean isCurrent(PasswordHash hash);
}
