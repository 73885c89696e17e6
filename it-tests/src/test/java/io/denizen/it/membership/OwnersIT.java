package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.SuspendMembershipRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two owners who remove each other at the same moment, in each pair of ways. */
@EndToEnd
class OwnersIT {
  private static final int ROUNDS = 3;

  private static final Set<String> FAIR =
      Set.of("OK", "ABORTED STALE_VERSION", "FAILED_PRECONDITION LAST_OWNER");

  private static final String OWNERS =
      """
      SELECT count(*) FROM denizen.memberships m
        WHERE m.application_id = ?::uuid AND m.deleted_at IS NULL AND m.state = 'ACTIVE'
          AND m.expires_at IS NULL AND m.roles <> '{}'
      """;

  /** How an owner ceases to be one. */
  private enum Way {
    DELETION,
    SUSPENSION,
    LOSS_OF_THE_ROLE,
    DELETION_OF_THE_IDENTITY
  }

  private final TestDenizen denizen;
  private final List<Caller> callers;

  OwnersIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.callers = IntStream.range(0, 3).mapToObj(i -> denizen.as("services/racers")).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneOfTwoOwnersWhoRemoveEachOtherStays(boolean inTeam) {
    for (int round = 0; round < ROUNDS; round++) {
      for (Way first : Way.values()) {
        for (Way second : Way.values()) {
          race(inTeam, List.of(first, second));
        }
      }
    }
  }

  private void race(boolean inTeam, List<Way> ways) {
    Caller caller = callers.getFirst();
    Application application = Some.application(caller);
    String team = inTeam ? Some.team(caller, application, "").getName() : "";
    Role owner = owner(application);
    List<Identity> people = List.of(Some.person(caller), Some.person(caller));
    List<Membership> owners =
        people.stream().map(person -> join(application, team, person, owner)).toList();

    Map<String, Integer> outcomes =
        AtOnce.run(2, i -> remove(callers.get(1 + i), ways.get(i), people.get(i), owners.get(i)))
            .outcomes();

    assertThat(outcomes).as("how %s ended", ways).containsEntry("OK", 1);
    assertThat(FAIR).as("how %s ended", ways).containsAll(outcomes.keySet());
    assertThat(denizen.sql().number(OWNERS, Names.id(application.getName())))
        .as("owners after %s: %s", ways, outcomes)
        .isEqualTo(1);
  }

  private Role owner(Application application) {
    return callers
        .getFirst()
        .roles()
        .createRole(
            CreateRoleRequest.newBuilder()
                .setParent(application.getName())
                .setRole(Some.role().setOwner(true))
                .build());
  }

  private Object remove(Caller caller, Way way, Identity person, Membership membership) {
    String name = membership.getName();
    return switch (way) {
      case DELETION ->
          caller
              .memberships()
              .deleteMembership(DeleteMembershipRequest.newBuilder().setName(name).build());
      case SUSPENSION ->
          caller
              .memberships()
              .suspendMembership(SuspendMembershipRequest.newBuilder().setName(name).build());
      case LOSS_OF_THE_ROLE ->
          caller
              .memberships()
              .updateMembership(
                  UpdateMembershipRequest.newBuilder()
                      .setMembership(Membership.newBuilder().setName(name))
                      .setUpdateMask(FieldMask.newBuilder().addPaths("roles"))
                      .build());
      case DELETION_OF_THE_IDENTITY ->
          caller
              .identities()
              .deleteIdentity(
                  DeleteIdentityRequest.newBuilder()
                      .setName(person.getName())
                      .setForce(true)
                      .build());
    };
  }

  private Membership join(Application application, String team, Identity person, Role role) {
    return callers
        .getFirst()
        .memberships()
        .createMembership(
            CreateMembershipRequest.newBuilder()
                .setParent(application.getName())
                .setMembership(
                    Membership.newBuilder()
                        .setIdentity(person.getName())
                        .setTeam(team)
                        .addRoles(role.getSlug()))
                .build());
  }
}
