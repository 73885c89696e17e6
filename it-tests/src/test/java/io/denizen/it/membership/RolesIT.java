package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteRoleRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles that are deleted while they are given, and that include each other at once. */
@EndToEnd
class RolesIT {
  private static final int ROUNDS = 60;

  /** Who wins how often is up to the machine. */
  private static final int ROUNDS_AT_MOST = 20 * ROUNDS;

  private static final int RINGS = 8;
  private static final int MEMBERS = 6;

  private static final String LIVE_WITH_A_DEAD_ROLE =
      """
      SELECT count(*) FROM denizen.memberships m CROSS JOIN LATERAL unnest(m.roles) AS held (slug)
        WHERE m.deleted_at IS NULL AND NOT EXISTS (
          SELECT FROM denizen.roles r
            WHERE r.application_id = m.application_id AND r.slug = held.slug AND r.deleted_at IS NULL)
      """;

  /** Every version of a row has its event: none is lost, and none is one too many. */
  private static final String EVENTS_AMISS =
      """
      SELECT count(*) FROM (
        SELECT id, version FROM denizen.memberships UNION ALL SELECT id, version FROM denizen.roles) r
        WHERE r.version <> (SELECT count(*) FROM denizen.audit_events e WHERE e.resource_id = r.id)
      """;

  private static final String IN_A_CIRCLE =
      """
      WITH RECURSIVE up (role, includes, steps) AS (
        SELECT id, includes, 1 FROM denizen.roles WHERE application_id = ?::uuid
        UNION ALL
        SELECT up.role, r.includes, up.steps + 1
          FROM up JOIN denizen.roles r ON r.application_id = ?::uuid AND r.slug = ANY (up.includes)
          WHERE up.steps < 100
      )
      SELECT count(DISTINCT role) FROM up WHERE steps = 100
      """;

  private static final Set<String> FAIR =
      Set.of(
          "OK",
          "ABORTED STALE_VERSION",
          "NOT_FOUND ROLE_NOT_FOUND",
          "FAILED_PRECONDITION ROLE_IN_USE",
          "FAILED_PRECONDITION ROLE_CYCLE");

  private final TestDenizen denizen;
  private final List<Caller> callers;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<Object> answers = new ArrayList<>();

  RolesIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.callers = IntStream.range(0, 3).mapToObj(i -> denizen.as("services/racers")).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givingARoleRacesItsDeletion(boolean force) {
    Caller caller = callers.getFirst();
    Application application = Some.application(caller);
    List<Membership> members =
        IntStream.range(0, MEMBERS)
            .mapToObj(i -> Some.membership(caller, application, Some.person(caller), ""))
            .toList();
    for (int round = 0; round < ROUNDS || (round < ROUNDS_AT_MOST && !raced()); round++) {
      Role role = Some.role(caller, application);
      Identity newcomer = Some.person(caller);
      run(
          MEMBERS + 2,
          number ->
              switch (number) {
                case MEMBERS / 2 -> delete(role, force);
                case MEMBERS -> join(application, newcomer, role);
                default -> give(number, members.get(number % MEMBERS), role);
              });
    }

    assertThat(denizen.sql().number(LIVE_WITH_A_DEAD_ROLE)).as("after %s", outcomes).isZero();
    assertThat(denizen.sql().number(EVENTS_AMISS)).as("after %s", outcomes).isZero();
    assertThat(FAIR).as("how it ended: %s", outcomes).containsAll(outcomes.keySet());
    // Else there was no race.
    assertThat(answers).as("deleted").hasAtLeastOneElementOfType(Role.class);
    assertThat(answers).as("given").hasAtLeastOneElementOfType(Membership.class);
  }

  /** Each role of a ring includes the next: all but the last step would be fine alone. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void rolesThatIncludeEachOtherAtOnceFormNoCircle(int size) {
    for (int round = 0; round < RINGS; round++) {
      Application application = Some.application(callers.getFirst());
      List<Role> ring =
          IntStream.range(0, size)
              .mapToObj(i -> Some.role(callers.getFirst(), application))
              .toList();

      run(size, i -> include(i, ring.get(i), ring.get((i + 1) % size)));

      String id = Names.id(application.getName());
      assertThat(denizen.sql().number(IN_A_CIRCLE, id, id)).as("after %s", outcomes).isZero();
    }
    assertThat(FAIR).as("how it ended: %s", outcomes).containsAll(outcomes.keySet());
    assertThat(outcomes).containsKey("OK");
  }

  private boolean raced() {
    return answers.stream().anyMatch(Role.class::isInstance)
        && answers.stream().anyMatch(Membership.class::isInstance);
  }

  private void run(int calls, IntFunction<Object> call) {
    AtOnce<Object> calling = AtOnce.run(calls, call);
    calling.outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
    answers.addAll(calling.answers());
  }

  private Role delete(Role role, boolean force) {
    return callers
        .getFirst()
        .roles()
        .deleteRole(DeleteRoleRequest.newBuilder().setName(role.getName()).setForce(force).build());
  }

  private Membership join(Application application, Identity identity, Role role) {
    return callers
        .getLast()
        .memberships()
        .createMembership(
            CreateMembershipRequest.newBuilder()
                .setParent(application.getName())
                .setMembership(
                    Membership.newBuilder()
                        .setIdentity(identity.getName())
                        .addRoles(role.getSlug()))
                .build());
  }

  private Membership give(int number, Membership membership, Role role) {
    return callers
        .get(number % callers.size())
        .memberships()
        .updateMembership(
            UpdateMembershipRequest.newBuilder()
                .setMembership(
                    Membership.newBuilder().setName(membership.getName()).addRoles(role.getSlug()))
                .setUpdateMask(FieldMask.newBuilder().addPaths("roles"))
                .build());
  }

  private Role include(int number, Role role, Role included) {
    return callers
        .get(number % callers.size())
        .roles()
        .updateRole(
            UpdateRoleRequest.newBuilder()
                .setRole(Role.newBuilder().setName(role.getName()).addIncludes(included.getSlug()))
                .setUpdateMask(FieldMask.newBuilder().addPaths("includes"))
                .build());
  }
}
