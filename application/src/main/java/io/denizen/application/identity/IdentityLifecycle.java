package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.shared.Ids;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates, deletes and undeletes identities.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class IdentityLifecycle {

  private final Identities identities;
  private final Memberships memberships;
  private final Changes changes;
  private final Ids ids;

  public IdentityLifecycle(
      Identities identities, Memberships memberships, Changes changes, Ids ids) {
    this.identities = identities;
    this.memberships = memberships;
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
   * Deletes an identity; with {@code force} its memberships too, in the same change. Its email
   * address and slug are free again.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link IdentityFailure.HasMemberships}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<Identity> delete(
      Submission submission, IdentityId id, @Nullable Long expectedVersion, boolean force) {
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion ->
            live(id, expectedVersion)
                .thenCombine(
                    memberships.ofIdentity(id, Dependents.limit(force)),
                    (current, belongs) ->
                        Dependents.of(belongs)
                            .allowed(force, () -> new IdentityFailure.HasMemberships(id))
                            .deleteBefore(current.delete(occasion), occasion)));
  }

  /**
   * Brings a deleted identity back, and the memberships that its deletion removed with it; but for
   * those whose application or team has been deleted since.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, {@link IdentityFailure.NotDeleted}, {@link
   * IdentityFailure.EmailTaken} or {@link IdentityFailure.SlugTaken}.
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
            deleted(id, expectedVersion)
                .thenCompose(
                    current ->
                        memberships
                            .restorable(current.deletion())
                            .thenApply(
                                belonged ->
                                    Dependents.of(belonged)
                                        .undeleteAfter(current.undelete(occasion), occasion))));
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
