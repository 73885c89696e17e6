package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Answers which system roles there are. Every method is told who asks; everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class SystemRoleDirectory {

  private final SystemRoles roles;

  public SystemRoleDirectory(SystemRoles roles) {
    this.roles = roles;
  }

  /** One system role. Fails with {@link RoleFailure.NoSystemRole}. */
  public CompletionStage<SystemRoleGrant> get(Caller caller, Slug slug) {
    return Found.or(
        roles
            .all()
            .thenApply(
                all -> all.stream().filter(grant -> grant.role().slug().equals(slug)).findFirst()),
        () -> new RoleFailure.NoSystemRole(slug));
  }

  /** All of them, in an order of their own. */
  public CompletionStage<Page<SystemRoleGrant>> list(Caller caller, PageRequest page) {
    return roles.all().thenApply(all -> Page.of(after(page, all), page, SystemRoleGrant::cursor));
  }

  /** All that are left, whether they fit on the page or not: they are few. */
  private static List<SystemRoleGrant> after(PageRequest page, List<SystemRoleGrant> all) {
    Cursor after = page.after();
    return after == null
        ? all
        : all.stream()
            .dropWhile(grant -> !SystemRoleGrant.cursor(grant).equals(after))
            .skip(1)
            .toList();
  }
}
