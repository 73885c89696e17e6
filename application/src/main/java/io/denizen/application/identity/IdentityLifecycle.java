package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.identity.SignIn;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates, suspends, activates, deletes and undeletes identities.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class IdentityLifecycle {

  private final Identities identities;
  private final Memberships memberships;
  private final Roles roles;
  private final Owners owners;
  private final IdentityParts<?> parts;
  private final SignIns<?> signIns;
  private final Changes changes;
  private final Ids ids;

  /**
   * Takes all that it needs.
   *
   * @param parts whatever is to go with an identity and come back with it
   * @param signIns whatever ends when an identity may not act any more
   */
  public IdentityLifecycle(
      Identities identities,
      Memberships memberships,
      Roles roles,
      Owners owners,
      IdentityParts<?> parts,
      SignIns<?> signIns,
      Changes changes,
      Ids ids) {
    this.identities = identities;
    this.memberships = memberships;
    this.roles = roles;
    this.owners = owners;
    this.parts = parts;
    this.signIns = signIns;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Creates an identity.
   *
   * <p>Fails with {@link IdentityFailure.EmailMissing}, {@link IdentityFailure.EmailTaken} or
   * {@link IdentityFailure.SlugTaken}.
   */
  public CompletionStage<Identity> create(
      Submission submission, IdentityKind kind, IdentityDetails details) {
    IdentityId id = new IdentityId(ids.next());
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion ->
            CompletableFuture.completedStage(
                Decision.of(Identity.create(id, kind, details, occasion))));
  }

  /**
   * Edits what a caller may say about an identity. An edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, {@link IdentityFailure.EmailMissing}, {@link
   * IdentityFailure.EmailTaken} or {@link IdentityFailure.SlugTaken}.
   *
   * @param edit sees the identity as it is and says what is to be said of it from now on; may
   *     refuse by throwing a {@link io.denizen.domain.shared.FailureException}
   * @param expectedVersion the version that the caller saw (AIP-154); null to edit whatever is
   *     there
   */
  public CompletionStage<Identity> update(
      Submission submission,
      IdentityId id,
      @Nullable Long expectedVersion,
      Function<Identity, IdentityDetails> edit) {
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion -> live(id, expectedVersion).thenApply(current -> current.update(edit, occasion)));
  }

  /**
   * Keeps an identity from acting, and ends its sign-ins in the same change, or right after it
   * where these keep changing; new ones are refused with {@link IdentityFailure.Suspended}. One
   * that is suspended already is left as it is.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to suspend whatever is
   *     there
   */
  public CompletionStage<Identity> suspend(
      Submission submission, IdentityId id, @Nullable Long expectedVersion) {
    return Overtaken.decidedAgainUnlessSeen(
            expectedVersion,
            () -> suspend(submission, id, expectedVersion, () -> signIns.openOf(id)))
        .exceptionallyCompose(
            thrown ->
                expectedVersion == null && Overtaken.isOvertaken(thrown)
                    ? suspendAlone(submission, id)
                    : CompletableFuture.failedStage(thrown));
  }

  /**
   * Without the sign-ins, for one who keeps them changing so that nobody can end them. That they
   * cannot do any more then, and activating ends what is left of them.
   */
  private CompletionStage<Identity> suspendAlone(Submission submission, IdentityId id) {
    return suspend(submission, id, null, () -> CompletableFuture.completedStage(List.of()))
        .thenCompose(
            suspended ->
                submission.validateOnly()
                    ? CompletableFuture.completedStage(suspended)
                    : new LateSignIns(signIns, changes)
                        .end(submission.caller(), id, null, SignInEnd.IDENTITY_SUSPENDED)
                        .thenApply(ended -> suspended));
  }

  private CompletionStage<Identity> suspend(
      Submission submission,
      IdentityId id,
      @Nullable Long expectedVersion,
      Supplier<? extends CompletionStage<? extends List<? extends SignIn>>> open) {
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion ->
            live(id, expectedVersion)
                .thenCombine(
                    open.get(), (current, signedIn) -> current.suspend(signedIn, occasion)));
  }

  /**
   * Lets a suspended identity act again; it has to sign in anew. One that is active already is left
   * as it is.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to activate whatever is
   *     there
   */
  public CompletionStage<Identity> activate(
      Submission submission, IdentityId id, @Nullable Long expectedVersion) {
    return Overtaken.decidedAgainUnlessSeen(
        expectedVersion,
        () ->
            changes.submit(
                submission,
                Identity::fromImage,
                occasion ->
                    live(id, expectedVersion)
                        .thenCombine(
                            signIns.openOf(id),
                            (current, open) -> current.activate(open, occasion))));
  }

  /**
   * Deletes an identity with all its parts; with {@code force} its memberships too, in the same
   * change. Its email address and slug are free again.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, {@link IdentityFailure.HasMemberships} or
   * {@link io.denizen.domain.membership.MembershipFailure.LastOwner}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<Identity> delete(
      Submission submission, IdentityId id, @Nullable Long expectedVersion, boolean force) {
    return Overtaken.decidedAgainUnlessSeen(
        expectedVersion,
        () ->
            changes.submit(
                submission,
                Identity::fromImage,
                occasion ->
                    live(id, expectedVersion)
                        .thenCompose(current -> delete(current, force, occasion))));
  }

  private CompletionStage<Decision<Identity>> delete(
      Identity current, boolean force, Occasion occasion) {
    IdentityId id = current.id();
    return memberships
        .ofIdentity(id, Dependents.limit(force))
        .thenCompose(
            belongs ->
                owners.keptWithout(
                    belongs.stream().map(Membership::id).toList(),
                    Dependents.of(belongs)
                        .allowed(force, () -> new IdentityFailure.HasMemberships(id))
                        .deleteBefore(current.delete(occasion), occasion),
                    occasion))
        .thenCombine(
            parts.ofIdentity(id),
            (decision, going) ->
                decision.precededBy(going.stream().map(part -> part.delete(occasion)).toList()));
  }

  /**
   * Brings a deleted identity back, and the parts and memberships that its deletion removed with
   * it; but for memberships whose application or team has been deleted since, for roles that have
   * been, and for sign-ins.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, {@link ResourceFailure.NotDeleted}, {@link
   * IdentityFailure.EmailTaken} or {@link IdentityFailure.SlugTaken}; and with what a part's own
   * uniqueness says if somebody else has taken its place.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to undelete whatever is
   *     there
   */
  public CompletionStage<Identity> undelete(
      Submission submission, IdentityId id, @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion ->
            deleted(id, expectedVersion).thenCompose(current -> undelete(current, occasion)));
  }

  private CompletionStage<Decision<Identity>> undelete(Identity current, Occasion occasion) {
    ChangeSetId deletion = current.deletion();
    return memberships
        .restorable(deletion)
        .thenCombine(
            roles.heldBefore(deletion),
            (belonged, there) ->
                Dependents.of(belonged).undeleteAfter(current.undelete(occasion), there, occasion))
        .thenCombine(
            parts.restorable(deletion),
            (decision, returning) ->
                decision.followedBy(
                    returning.stream().map(part -> part.undelete(occasion)).toList()));
  }

  private CompletionStage<Identity> live(IdentityId id, @Nullable Long expectedVersion) {
    return Found.or(identities.byId(id), () -> new IdentityFailure.NotFound(id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  private CompletionStage<Identity> deleted(IdentityId id, @Nullable Long expectedVersion) {
    return Found.or(identities.byIdIncludingDeleted(id), () -> new IdentityFailure.NotFound(id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }
}
