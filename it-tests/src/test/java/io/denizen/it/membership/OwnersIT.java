package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.SuspendMembershipRequest;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Owners who remove each other at the same moment, in every way there is. */
@EndToEnd
class OwnersIT {
  private static final int ROUNDS = 60;

  private static final Set<String> FAIR =
      Set.of("OK", "ABORTED STALE_VERSION", "FAILED_PRECONDITION LAST_OWNER");

  private static final String WITHOUT_OWNER =
      """
      SELECT count(*) FROM denizen.teams t WHERE t.application_id = ?::uuid AND NOT EXISTS (
        SELECT FROM denizen.memberships m
          WHERE m.team_id = t.id AND m.deleted_at IS NULL AND m.state = 'ACTIVE' AND m.expires_at IS NULL
            AND m.roles <> '{}')
      """;

  private final TestDenizen denizen;
  private final List<Caller> callers;

  OwnersIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.callers = IntStream.range(0, 3).mapToObj(i -> denizen.as("services/racers")).toList();
  }

  @Test
  void oneOfTwoOwnersWhoRemoveEachOtherStays() {
    Caller caller = callers.getFirst();
    Application application = Some.application(caller);
    Role owner = Some.role(caller, application);
    caller
        .roles()
        .updateRole(
            UpdateRoleRequest.newBuilder()
                .setRole(Role.newBuilder().setName(owner.getName()).setOwner(true))
                .setUpdateMask(FieldMask.newBuilder().addPaths("owner"))
                .build());
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      int way = round;
      Team team = Some.team(caller, application, "");
      List<Identity> people = List.of(Some.person(caller), Some.person(caller));
      List<Membership> owners =
          people.stream().map(person -> join(application, team, person, owner)).toList();

      AtOnce.run(2, i -> remove(callers.get(1 + i), way + i, people.get(i), owners.get(i)))
          .outcomes()
          .forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
    }

    String id = application.getName().substring("applications/".length());
    assertThat(denizen.sql().number(WITHOUT_OWNER, id)).as("after %s", outcomes).isZero();
    assertThat(FAIR).as("how it ended: %s", outcomes).containsAll(outcomes.keySet());
    assertThat(outcomes.get("OK")).as("how it ended: %s", outcomes).isPositive();
  }

  private Object remove(Caller caller, int way, Identity person, Membership membership) {
    String name = membership.getName();
    return switch (way % 4) {
      case 0 ->
          caller
              .memberships()
              .deleteMembership(DeleteMembershipRequest.newBuilder().setName(name).build());
      case 1 ->
          caller
              .memberships()
              .suspendMembership(SuspendMembershipRequest.newBuilder().setName(name).build());
      case 2 ->
          caller
              .memberships()
              .updateMembership(
                  UpdateMembershipRequest.newBuilder()
                      .setMembership(Membership.newBuilder().setName(name))
                      .setUpdateMask(FieldMask.newBuilder().addPaths("roles"))
                      .build());
      default ->
          caller
              .identities()
              .deleteIdentity(
                  DeleteIdentityRequest.newBuilder()
                      .setName(person.getName())
                      .setForce(true)
                      .build());
    };
  }

  private Membership join(Application application, Team team, Identity person, Role role) {
    return callers
        .getFirst()
        .memberships()
        .createMembership(
            CreateMembershipRequest.newBuilder()
                .setParent(application.getName())
                .setMembership(
                    Membership.newBuilder()
                        .setIdentity(person.getName())
                        .setTeam(team.getName())
                        .addRoles(role.getSlug()))
                .build());
  }
}
