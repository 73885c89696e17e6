package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.IDENTITY;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.membership.Samples.role;
import static io.denizen.domain.membership.Samples.teamId;
import static io.denizen.domain.shared.Occasions.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.DisplayName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessFactsTest {

  private static final Permission READ = new Permission("invoice.read");
  private static final PermissionPattern INVOICES = new PermissionPattern("invoice.*");

  private static final Identity IDENTITY_ITSELF =
      Identity.create(
              IDENTITY,
              IdentityKind.SERVICE,
              new IdentityDetails(null, null, new DisplayName("Invoices")),
              FIRST)
          .after();

  /** Team 2 is inside team 1. */
  private static final List<TeamId> LINEAGE = List.of(teamId(2), teamId(1));

  private static AccessFacts of(List<Membership> memberships, Role... roles) {
    return new AccessFacts(
        IDENTITY_ITSELF, List.of(), true, LINEAGE, memberships, List.of(roles), Map.of());
  }

  private static Role permitting(Role role, PermissionPattern... permissions) {
    return new Role(
        role.id(),
        role.applicationId(),
        role.slug(),
        role.details().withPermissions(List.of(permissions)),
        role.lifecycle());
  }

  private static HeldRole held(Membership membership, Role role, @Nullable Role included) {
    return new HeldRole(
        Grant.byMembership(
            APPLICATION,
            membership.id(),
            role.id(),
            included == null ? null : included.id(),
            INVOICES),
        membership.teamId(),
        false,
        MembershipState.ACTIVE,
        ValidityPeriod.UNLIMITED);
  }

  @Test
  void whoIsNotThereHoldsNothingWhateverThereIs() {
    AccessFacts facts =
        new AccessFacts(
            null,
            List.of(),
            true,
            List.of(),
            List.of(),
            List.of(),
            Map.of(SystemRole.USER, List.of(PermissionPattern.ALL)));

    assertThat(facts.standing(READ))
        .isEqualTo(new Standing(null, true, List.of(), false, List.of()));
  }

  @Test
  void rolesCountWithWhatTheyIncludeButNotThoseThatAreNotThere() {
    Membership membership = membership(1, null);
    Role reader = permitting(role("reader"), INVOICES, new PermissionPattern("report.read"));
    Role admin = role("admin", "reader", "gone");

    Standing standing = of(List.of(membership), admin, reader).standing(READ);

    assertThat(standing.member()).isTrue();
    assertThat(standing.roles()).containsExactly(held(membership, admin, reader));
    assertThat(of(List.of(membership), reader).standing(READ).roles()).isEmpty();
  }

  @Test
  void aMembershipElsewhereMakesAMemberAndHoldsNothingHere() {
    Role admin = permitting(role("admin"), INVOICES);

    Standing standing = of(List.of(membership(1, 1), membership(2, 3)), admin).standing(READ);

    assertThat(standing.member()).isTrue();
    assertThat(standing.roles()).containsExactly(held(membership(1, 1), admin, null));
    assertThat(of(List.of(membership(2, 3)), admin).standing(READ))
        .isEqualTo(new Standing(IdentityState.ACTIVE, true, LINEAGE, true, List.of()));
  }

  @Test
  void rolesOfTheSystemCountAsTheyAreAssigned() {
    RoleAssignment admin =
        RoleAssignment.assign(
                new RoleAssignmentId(new UUID(0x7000L, 3)), IDENTITY, SystemRole.ADMIN, FIRST)
            .after();
    Map<SystemRole, List<PermissionPattern>> permissions =
        Map.of(
            SystemRole.ADMIN,
            List.of(PermissionPattern.ALL),
            SystemRole.TRUSTED_CONTACT,
            List.of(PermissionPattern.ALL));

    Standing standing =
        new AccessFacts(
                IDENTITY_ITSELF, List.of(admin), true, List.of(), List.of(), List.of(), permissions)
            .standing(READ);

    assertThat(standing.roles())
        .containsExactly(
            HeldRole.ofSystem(
                Grant.bySystem(SystemRole.ADMIN.slug(), admin.name(), PermissionPattern.ALL)));
  }
}
