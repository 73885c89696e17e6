package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link io.denizen.domain.membership.Standing} is found under.
 *
 * @param permission null for all that roles permit
 */
record Asked(IdentityId identityId, AccessScope scope, @Nullable Permission permission) {

  static Asked of(AccessQuestion question) {
    return new Asked(question.identityId(), question.scope(), question.permission());
  }

  /** What covers it, the narrowest first; null if anything does. */
  @Nullable List<PermissionPattern> patterns() {
    return permission == null ? null : PermissionPattern.covering(permission);
  }
}
