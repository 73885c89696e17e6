package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
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

  /** The places that one of the memberships owns. */
  CompletionStage<List<Place>> ownedBy(List<MembershipId> memberships);

  /** The places that somebody owns by this role, perhaps by others too. */
  CompletionStage<List<Place>> ownedThrough(ApplicationId applicationId, Slug role);

  /**
   * An owner of each of the places that has one besides these.
   *
   * @param leaving who does not count
   * @param ending what nobody owns anything by
   */
  CompletionStage<List<Owner>> others(
      List<Place> places, List<MembershipId> leaving, List<Slug> ending);

  /**
   * Gives the decision back, to be refused if the owners that it leaves behind have changed since.
   * Fails with {@link MembershipFailure.LastOwner} if it leaves none somewhere.
   *
   * @param leaving the memberships that will own nothing any more
   */
  default <A extends Audited> CompletionStage<Decision<A>> keptWithout(
      List<MembershipId> leaving, Decision<A> decision) {
    return leaving.isEmpty() || decision.changes().isEmpty()
        ? CompletableFuture.completedStage(decision)
        : ownedBy(leaving).thenCompose(places -> kept(places, leaving, List.of(), decision));
  }

  /**
   * The same where a role ends, or makes no owners any more.
   *
   * @param ending the role
   */
  default <A extends Audited> CompletionStage<Decision<A>> keptWithout(
      Role ending, Decision<A> decision) {
    return ownedThrough(ending.applicationId(), ending.slug())
        .thenCompose(places -> kept(places, List.of(), List.of(ending.slug()), decision));
  }

  private <A extends Audited> CompletionStage<Decision<A>> kept(
      List<Place> places, List<MembershipId> leaving, List<Slug> ending, Decision<A> decision) {
    return places.isEmpty()
        ? CompletableFuture.completedStage(decision)
        : others(places, leaving, ending)
            .thenApply(staying -> Ownership.kept(places, staying, decision));
  }
}
