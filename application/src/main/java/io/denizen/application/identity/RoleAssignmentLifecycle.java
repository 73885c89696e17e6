package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentFailure;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.Ids;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Assigns system roles to identities, and takes them back.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class RoleAssignmentLifecycle {

  private final Identities identities;
  private final RoleAssignments assignments;
  private final Changes changes;
  private final Ids ids;

  public RoleAssignmentLifecycle(
      Identities identities, RoleAssignments assignments, Changes changes, Ids ids) {
    this.identities = identities;
    this.assignments = assignments;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Gives an identity a system role.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link RoleAssignmentFailure.Exists}.
   *
   * @param role one that can be assigned, else fails with {@link
   *     io.denizen.domain.shared.InvalidValue}
   */
  public CompletionStage<RoleAssignment> create(
      Submission submission, IdentityId identityId, SystemRole role) {
    RoleAssignmentId id = new RoleAssignmentId(ids.next());
    return changes.submit(
        submission,
        RoleAssignment::fromImage,
        occasion ->
            Found.or(identities.byId(identityId), () -> new IdentityFailure.NotFound(identityId))
                .thenApply(
                    identity ->
                        Decision.of(RoleAssignment.assign(id, identity.id(), role, occasion))));
  }

  /**
   * Takes a system role back. To give it again is another assignment.
   *
   * <p>Fails with {@link RoleAssignmentFailure.NotFound}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<RoleAssignment> delete(
      Submission submission,
      IdentityId identityId,
      RoleAssignmentId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        RoleAssignment::fromImage,
        occasion ->
            Found.or(
                    assignments.byId(identityId, id),
                    () -> new RoleAssignmentFailure.NotFound(identityId, id))
                .thenApply(current -> Expected.version(expectedVersion, current))
                .thenApply(current -> Decision.of(current.delete(occasion))));
  }
}
