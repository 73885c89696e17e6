package io.denizen.application.membership;

import io.denizen.domain.audit.Caller;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.GrantedPermission;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Lists what someone may do, where they belong, and who may do something. What is not there may
 * nothing, and is nowhere. Every method is told who asks; until there are permissions to check,
 * everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class AccessDirectory {

  private final Standings standings;
  private final Clock clock;

  /**
   * Only reads.
   *
   * @param clock decides whether a membership has begun or is over
   */
  public AccessDirectory(Standings standings, Clock clock) {
    this.standings = standings;
    this.clock = clock;
  }

  /** Everything that an identity may do, in alphabetical order. */
  public CompletionStage<Page<GrantedPermission>> permissions(
      Caller caller, IdentityId identityId, AccessScope scope, PageRequest page) {
    return standings
        .of(identityId, scope)
        .thenApply(standing -> cut(standing.permissions(scope, clock.instant()), page));
  }

  /** Where an identity belongs. */
  public CompletionStage<Page<Belonging>> applications(
      Caller caller, IdentityId identityId, PageRequest page) {
    return standings.belongings(identityId, clock.instant(), page);
  }

  /** Who may do something by their membership. */
  public CompletionStage<Page<MemberAccess>> members(
      Caller caller, AccessScope scope, Permission permission, PageRequest page) {
    return standings.members(scope, permission, clock.instant(), page);
  }

  /** All of them were found at once; there are no more than one identity's roles have. */
  static Page<GrantedPermission> cut(List<GrantedPermission> all, PageRequest page) {
    Cursor after = page.after();
    List<GrantedPermission> rest =
        after == null
            ? all
            : all.stream()
                .filter(granted -> granted.permission().value().compareTo(after.key()) > 0)
                .toList();
    return Page.of(rest, page, GrantedPermission::cursor);
  }
}
