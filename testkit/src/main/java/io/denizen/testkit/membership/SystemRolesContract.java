package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.testkit.shared.PortContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link SystemRoles} promises. */
public abstract class SystemRolesContract extends PortContract {

  @Test
  void hasEachSystemRoleOnceAndInOrder() {
    assertThat(answer(ports().systemRoles().all()))
        .extracting(SystemRoleGrant::role)
        .containsExactly(SystemRole.values());
  }

  @Test
  void letsNobodyButTheAdministratorDoAnything() {
    for (SystemRoleGrant grant : answer(ports().systemRoles().all())) {
      assertThat(grant.permissions())
          .isEqualTo(grant.role() == SystemRole.ADMIN ? List.of(PermissionPattern.ALL) : List.of());
    }
  }
}
