package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who owns what, for reading; and that what has an owner keeps one, however many of them leave at
 * the same moment.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Owners {

  /** The places that one of the memberships owns, though nobody may act by it just now. */
  CompletionStage<List<Place>> ownedBy(List<MembershipId> memberships);

  /**
   * The places that somebody owns by this role, perhaps by others too; in no particular order, and
   * no more than {@code limit}.
   */
  CompletionStage<List<Place>> ownedThrough(ApplicationId applicationId, Slug role, int limit);

  /**
   * An owner who can act, of each of the places that has one besides these: their identity is
   * active, and their membership has begun.
   *
   * @param leaving who does not count
   * @param ending what nobody owns anything by
   */
  CompletionStage<List<Owner>> others(
      List<Place> places, List<MembershipId> leaving, List<Slug> ending, Instant now);

  /**
   * Gives the decision back, to be refused if the owners that it leaves behind have changed since.
   * Fails with {@link MembershipFailure.LastOwner} if it leaves none somewhere.
   *
   * @param leaving the memberships that will own nothing any more
   */
  default <A extends Audited> CompletionStage<Decision<A>> keptWithout(
      List<MembershipId> leaving, Decision<A> decision, Occasion occasion) {
    return leaving.isEmpty() || decision.changes().isEmpty()
        ? CompletableFuture.completedStage(decision)
        : ownedBy(leaving)
            .thenCompose(places -> kept(places, leaving, List.of(), decision, occasion));
  }

  /**
   * The same where a role ends, or makes no owners any more. Fails with {@link TooLarge} if places
   * are owned by it that are more than a change set can have changes.
   *
   * @param ending the role
   */
  default <A extends Audited> CompletionStage<Decision<A>> keptWithout(
      Role ending, Decision<A> decision, Occasion occasion) {
    return ownedThrough(ending.applicationId(), ending.slug(), Journal.MAX_CHANGES + 1)
        .thenApply(Ownership::few)
        .thenCompose(places -> kept(places, List.of(), List.of(ending.slug()), decision, occasion));
  }

  private <A extends Audited> CompletionStage<Decision<A>> kept(
      List<Place> places,
      List<MembershipId> leaving,
      List<Slug> ending,
      Decision<A> decision,
      Occasion occasion) {
    return places.isEmpty()
        ? CompletableFuture.completedStage(decision)
        : others(places, leaving, ending, occasion.time())
            .thenApply(staying -> Ownership.kept(places, staying, decision));
  }
}
