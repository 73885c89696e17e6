package io.denizen.domain.audit;

import io.denizen.domain.shared.StoreFailure;
import java.util.concurrent.CompletionStage;

/**
 * The only way to write. A change set is committed together with its audit events or not at all.
 *
 * <p>Both methods complete exceptionally with a {@link io.denizen.domain.shared.FailureException}
 * that carries
 *
 * <ul>
 *   <li>{@link JournalFailure.StaleVersion} if a row was changed, deleted or deprived of its parent
 *       since it was read;
 *   <li>{@link JournalFailure.RepeatedRequest} if a set with the same actor and request id was
 *       committed before;
 *   <li>{@link JournalFailure.TooLarge} if the set has more than {@link #MAX_CHANGES} changes;
 *   <li>the feature's own failure where a value must be unique and is taken;
 *   <li>{@link StoreFailure}.
 * </ul>
 */
public interface Journal {

  /** A change set is held in memory and written in one transaction. */
  int MAX_CHANGES = 50_000;

  /** Completes when the set is durable. */
  CompletionStage<Void> commit(ChangeSet changeSet);

  /** Does all that {@link #commit} does, with the same failures, and takes it back (AIP-163). */
  CompletionStage<Void> rehearse(ChangeSet changeSet);
}
