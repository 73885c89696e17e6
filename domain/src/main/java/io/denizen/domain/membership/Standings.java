package io.denizen.domain.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What decides who may do what where, for reading. Each answer is of one instant of the store,
 * after it was asked for. What is deleted is not there; what is not there is no failure.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Standings {

  /**
   * How the identity of a question stands to its scope, with the roles that cover its permission,
   * each once, with whichever of its permissions, or of those of the roles that it includes, covers
   * it most closely; a role's own before included ones.
   */
  CompletionStage<Standing> of(AccessQuestion question);

  /** The same of each of the questions, in their order. */
  CompletionStage<List<Standing>> of(List<AccessQuestion> questions);

  /** The same with all that the identity's roles permit. */
  CompletionStage<Standing> of(IdentityId identityId, AccessScope scope);

  /**
   * Where an identity belongs, in the order of the applications' ids; nowhere if it is suspended.
   *
   * @param now when memberships must be in effect
   */
  CompletionStage<Page<Belonging>> belongings(IdentityId identityId, Instant now, PageRequest page);

  /**
   * Who may do something by their membership, in the order of the memberships' ids. Suspended
   * identities may nothing.
   *
   * @param now when memberships must be in effect
   */
  CompletionStage<Page<MemberAccess>> members(
      AccessScope scope, Permission permission, Instant now, PageRequest page);
}
