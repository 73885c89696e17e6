package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.Identity;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MembershipListTest extends GrpcTest {

  private static final String EVERYWHERE = "applications/-";

  private final Application here = withRoles(create(application()), "admin", "reader");
  private final Application there = withRoles(create(application()), "reader");
  private final Team outer = create(here, team());
  private final Team inner =
      create(here, team().toBuilder().setParentTeam(outer.getName()).build());
  private final Identity ada = create(person());
  private final Identity bob = create(person());
  private final Membership adaHere = create(here, membership(ada, "admin", "reader"));
  private final Membership adaThere = create(there, membership(ada, "reader"));
  private final Membership adaOuter = create(here, in(outer, membership(ada, "reader")));
  private final Membership bobInner = create(here, in(inner, membership(bob, "admin")));

  @Test
  void theMembershipsOfAnApplicationAreThoseInItsTeamsToo() {
    assertThat(list(here.getName(), "")).containsExactly(adaHere, adaOuter, bobInner);
    assertThat(list(there.getName(), "")).containsExactly(adaThere);
  }

  @Test
  void anIdentityIsFoundInOneApplicationAndAcrossAll() {
    assertThat(list(here.getName(), identity(ada))).containsExactly(adaHere, adaOuter);
    assertThat(list(EVERYWHERE, identity(ada))).containsExactly(adaHere, adaThere, adaOuter);
    assertThat(list(EVERYWHERE, "identity = \"identities/" + NOBODY + "\"")).isEmpty();
  }

  @Test
  void aTeamHasThoseOfItsOwnNotOfTeamsInsideIt() {
    assertThat(list(here.getName(), team(outer))).containsExactly(adaOuter);
    assertThat(list(EVERYWHERE, team(inner))).containsExactly(bobInner);
    assertThat(list(EVERYWHERE, team(inner) + " AND " + identity(ada))).isEmpty();
  }

  @Test
  void aRoleIsOneAmongOthers() {
    assertThat(list(here.getName(), "roles:admin")).containsExactly(adaHere, bobInner);
    assertThat(list(EVERYWHERE, identity(ada) + " AND roles : \"admin\"")).containsExactly(adaHere);
    assertThat(list(here.getName(), "roles:nobody")).isEmpty();
  }

  @Test
  void acrossAllApplicationsAnIdentityOrATeamIsNeeded() {
    denizen.refused(() -> list(EVERYWHERE, "")).isInvalid("filter");
    denizen.refused(() -> list(EVERYWHERE, "roles:admin")).isInvalid("filter");
  }

  @Test
  void aTeamOfAnotherApplicationThanTheParentIsRefused() {
    denizen.refused(() -> list(there.getName(), team(outer))).isInvalid("filter");
  }

  @Test
  void aTeamIsLookedForInTheApplicationThatItsNameSays() {
    String elsewhere = outer.getName().replace(here.getName(), there.getName());

    assertThat(list(EVERYWHERE, "team = \"" + elsewhere + "\"")).isEmpty();
  }

  @Test
  void theApplicationIsThereUnlessDeletedOnesAreAskedFor() {
    Application empty = create(application());
    applications.deleteApplication(
        DeleteApplicationRequest.newBuilder().setName(empty.getName()).build());

    for (String gone : List.of(empty.getName(), "applications/" + NOBODY)) {
      denizen.refused(() -> list(gone, "")).is(Code.NOT_FOUND, "APPLICATION_NOT_FOUND").of(gone);
    }
    assertThat(
            memberships
                .listMemberships(
                    ListMembershipsRequest.newBuilder()
                        .setParent(empty.getName())
                        .setShowDeleted(true)
                        .build())
                .getMembershipsList())
        .isEmpty();
  }

  @Test
  void anythingElseIsRefused() {
    for (String filter :
        List.of(
            "roles = admin",
            "roles:\"No Slug\"",
            "identity = ada",
            "identity : \"" + ada.getName() + "\"",
            "team = \"\"",
            "team = \"" + ada.getName() + "\"")) {
      denizen.refused(() -> list(here.getName(), filter)).isInvalid("filter");
    }
    denizen.refused(() -> list("", "")).isInvalid("parent");
    denizen.refused(() -> list("applications/--", identity(ada))).isInvalid("parent");
  }

  private static Membership in(Team team, Membership membership) {
    return membership.toBuilder().setTeam(team.getName()).build();
  }

  private static String identity(Identity identity) {
    return "identity = \"" + identity.getName() + "\"";
  }

  private static String team(Team team) {
    return "team = \"" + team.getName() + "\"";
  }

  private List<Membership> list(String parent, String filter) {
    return memberships
        .listMemberships(
            ListMembershipsRequest.newBuilder().setParent(parent).setFilter(filter).build())
        .getMembershipsList();
  }
}
