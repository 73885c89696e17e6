package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentFailure;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RoleAssignmentTest {

  private final House house = new House();
  private final Identity ada = house.person();

  private CompletionStage<RoleAssignment> assign(Identity identity, SystemRole role) {
    return house.roleAssignments.create(house.submission, identity.id(), role);
  }

  private CompletionStage<RoleAssignment> delete(RoleAssignment assignment) {
    return house.roleAssignments.delete(
        house.submission, assignment.identityId(), assignment.id(), null);
  }

  private List<RoleAssignment> rolesOf(Identity identity) {
    return answer(
            house.roleAssignmentDirectory.list(
                house.caller,
                new RoleAssignmentQuery(identity.id(), null, false, false),
                PageRequest.first(10)))
        .items();
  }

  @Test
  void aRoleIsAssignedOnceAndAgainAfterItWasTaken() {
    RoleAssignment admin = answer(assign(ada, SystemRole.ADMIN));
    assertThat(refusal(assign(ada, SystemRole.ADMIN)))
        .isEqualTo(new RoleAssignmentFailure.Exists());

    answer(delete(admin));
    RoleAssignment again = answer(assign(ada, SystemRole.ADMIN));

    assertThat(rolesOf(ada)).containsExactly(again);
    assertThat(house.historyOf(admin)).containsExactly("created", "deleted");
    assertThat(refusal(delete(admin)))
        .isEqualTo(new RoleAssignmentFailure.NotFound(ada.id(), admin.id()));
  }

  @Test
  void whatFollowsFromTheIdentityIsAssignedToNobody() {
    for (SystemRole derived : List.of(SystemRole.USER, SystemRole.EMAIL_VERIFIED)) {
      assertThat(refusal(assign(ada, derived))).isInstanceOf(InvalidValue.class);
    }
    assertThat(rolesOf(ada)).isEmpty();
  }

  @Test
  void itGoesWithItsIdentityAndComesBackWithIt() {
    RoleAssignment admin = answer(assign(ada, SystemRole.ADMIN));
    answer(house.identities.delete(house.submission, ada.id(), null, false));
    assertThat(refusal(assign(ada, SystemRole.TRUSTED_CONTACT)))
        .isEqualTo(new IdentityFailure.NotFound(ada.id()));

    answer(house.identities.undelete(house.submission, ada.id(), null));

    assertThat(rolesOf(ada)).extracting(RoleAssignment::id).containsExactly(admin.id());
    assertThat(house.historyOf(admin)).containsExactly("created", "deleted", "undeleted");
  }

  @Test
  void systemRolesAreFoundBySlug() {
    assertThat(answer(house.systemRoleDirectory.get(house.caller, SystemRole.ADMIN.slug())).role())
        .isEqualTo(SystemRole.ADMIN);
    assertThat(refusal(house.systemRoleDirectory.get(house.caller, new Slug("nobody"))))
        .isEqualTo(new RoleFailure.NoSystemRole(new Slug("nobody")));
  }
}
