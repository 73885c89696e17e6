package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
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
  private final Changes changes;
  private final Ids ids;

  public IdentityLifecycle(Identities identities, Changes changes, Ids ids) {
    this.identities = identities;
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

  private CompletionStage<Identity> live(IdentityId id, @Nullable Long expectedVersion) {
    return identities
        .byId(id)
        .thenApply(
            found ->
                Expected.version(
                    expectedVersion,
                    found.orElseThrow(() -> new IdentityFailure.NotFound(id).asException())));
  }
}
