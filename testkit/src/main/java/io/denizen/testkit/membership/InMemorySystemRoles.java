package io.denizen.testkit.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.testkit.shared.Store;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The system roles, as the schema has them. */
public final class InMemorySystemRoles implements SystemRoles {

  private static final List<SystemRoleGrant> ALL =
      Stream.of(SystemRole.values()).map(InMemorySystemRoles::grant).toList();

  private final Store store;

  public InMemorySystemRoles(Store store) {
    this.store = store;
  }

  @Override
  public CompletionStage<List<SystemRoleGrant>> all() {
    return store.alone(() -> ALL);
  }

  /** What each may do. */
  static Map<SystemRole, List<PermissionPattern>> permissions() {
    return ALL.stream().collect(toMap(SystemRoleGrant::role, SystemRoleGrant::permissions));
  }

  private static SystemRoleGrant grant(SystemRole role) {
    return new SystemRoleGrant(
        role,
        new DisplayName(role.slug().value()),
        new Description(""),
        role == SystemRole.ADMIN ? List.of(PermissionPattern.ALL) : List.of());
  }
}
