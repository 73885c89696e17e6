package io.denizen.domain.membership;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a role is used.
 *
 * @param holders the live memberships that have it
 * @param including the live roles that include it
 */
public record RoleUses(List<Membership> holders, List<Role> including) {

  public RoleUses {
    holders = List.copyOf(holders);
    including = List.copyOf(including);
  }

  public boolean isEmpty() {
    return holders.isEmpty() && including.isEmpty();
  }

  /** Takes it from everywhere. Refused with {@link TooLarge}. */
  List<Change<?>> without(Slug role, Occasion occasion) {
    int changes = holders.size() + including.size() + 1;
    if (changes > Journal.MAX_CHANGES) {
      throw new TooLarge(changes).asException();
    }
    return Stream.<Change<?>>concat(
            holders.stream().flatMap(holder -> without(role, holder, occasion)),
            including.stream().map(other -> other.updated(without(role, other), occasion)))
        .toList();
  }

  private static Stream<Change<?>> without(Slug role, Membership holder, Occasion occasion) {
    MembershipDetails left = holder.details().withRoles(holder.roles().without(role));
    return holder.update(any -> left, occasion).changes().stream();
  }

  private static RoleDetails without(Slug role, Role including) {
    RoleDetails details = including.details();
    return details.withIncludes(
        details.includes().stream().filter(slug -> !slug.equals(role)).toList());
  }
}
