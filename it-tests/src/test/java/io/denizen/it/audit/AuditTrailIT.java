package io.denizen.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UndeleteTeamRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateTeamRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every change leaves exactly one event, which says what changed and nothing else. */
@EndToEnd
class AuditTrailIT {

  private static final Set<String> WITH_EVERY_CHANGE = Set.of("update_time", "version");
  private static final Set<String> WITH_DELETION =
      Set.of("update_time", "version", "delete_time", "deletion");
  private final TestDenizen denizen;
  private final String actor = "services/" + Some.handle();
  private final Caller caller;

  AuditTrailIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.as(actor);
  }

  @Test
  void everyChangeOfAnIdentityLeavesOneEvent() {
    one("identity.created", 1, null, () -> Some.person(caller).getName());
    Identity made = Some.person(caller);
    String name = made.getName();
    one(
        "identity.updated",
        2,
        with("display_name"),
        () ->
            caller
                .identities()
                .updateIdentity(
                    UpdateIdentityRequest.newBuilder()
                        .setIdentity(made.toBuilder().setDisplayName("Countess"))
                        .build())
                .getName());
    one(
        "identity.deleted",
        3,
        WITH_DELETION,
        () ->
            caller
                .identities()
                .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(name).build())
                .getName());
    one(
        "identity.undeleted",
        4,
        WITH_DELETION,
        () ->
            caller
                .identities()
                .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(name).build())
                .getName());
    assertThat(actions("resource = \"" + name + "\""))
        .containsExactly(
            "identity.undeleted", "identity.deleted", "identity.updated", "identity.created");
  }

  @Test
  void everyChangeOfAnApplicationLeavesOneEvent() {
    Application made = Some.application(caller);
    String name = made.getName();
    one(
        "application.updated",
        2,
        with("description", "slug"),
        () ->
            caller
                .applications()
                .updateApplication(
                    UpdateApplicationRequest.newBuilder()
                        .setApplication(
                            made.toBuilder().setSlug(Some.handle()).setDescription("Computes"))
                        .build())
                .getName());
    one(
        "application.deleted",
        3,
        WITH_DELETION,
        () ->
            caller
                .applications()
                .deleteApplication(DeleteApplicationRequest.newBuilder().setName(name).build())
                .getName());
    one(
        "application.undeleted",
        4,
        WITH_DELETION,
        () ->
            caller
                .applications()
                .undeleteApplication(UndeleteApplicationRequest.newBuilder().setName(name).build())
                .getName());
  }

  @Test
  void everyChangeOfATeamLeavesOneEvent() {
    Application application = Some.application(caller);
    Team parent = Some.team(caller, application, "");
    one("team.created", 1, null, () -> Some.team(caller, application, "").getName());
    Team made = Some.team(caller, application, "");
    String name = made.getName();
    one(
        "team.updated",
        2,
        with("parent_team"),
        () ->
            caller
                .teams()
                .updateTeam(
                    UpdateTeamRequest.newBuilder()
                        .setTeam(made.toBuilder().setParentTeam(parent.getName()))
                        .build())
                .getName());
    one(
        "team.deleted",
        3,
        WITH_DELETION,
        () ->
            caller
                .teams()
                .deleteTeam(DeleteTeamRequest.newBuilder().setName(name).build())
                .getName());
    one(
        "team.undeleted",
        4,
        WITH_DELETION,
        () ->
            caller
                .teams()
                .undeleteTeam(UndeleteTeamRequest.newBuilder().setName(name).build())
                .getName());
    assertThat(actions("application = \"" + application.getName() + "\""))
        .containsExactly(
            "team.undeleted",
            "team.deleted",
            "team.updated",
            "team.created",
            "team.created",
            "team.created",
            "application.created");
  }

  @Test
  void everyChangeOfAMembershipLeavesOneEvent() {
    Application application = Some.application(caller);
    Identity identity = Some.person(caller);
    Membership made = Some.membership(caller, application, identity, "");
    Role role = Some.role(caller, application);
    String name = made.getName();
    one(
        "membership.updated",
        2,
        with("roles"),
        () ->
            caller
                .memberships()
                .updateMembership(
                    UpdateMembershipRequest.newBuilder()
                        .setMembership(made.toBuilder().addRoles(role.getSlug()))
                        .build())
                .getName());
    one(
        "membership.deleted",
        3,
        WITH_DELETION,
        () ->
            caller
                .memberships()
                .deleteMembership(DeleteMembershipRequest.newBuilder().setName(name).build())
                .getName());
    one(
        "membership.undeleted",
        4,
        WITH_DELETION,
        () ->
            caller
                .memberships()
                .undeleteMembership(UndeleteMembershipRequest.newBuilder().setName(name).build())
                .getName());
  }

  @Test
  void anUpdateThatChangesNothingLeavesNone() {
    Identity identity = Some.person(caller);
    long before = count();

    Identity same =
        caller
            .identities()
            .updateIdentity(UpdateIdentityRequest.newBuilder().setIdentity(identity).build());

    assertThat(same).isEqualTo(identity);
    assertThat(count()).isEqualTo(before);
  }

  /** Makes one change, and reads the one event that it left. */
  private void one(
      String action, long version, @Nullable Set<String> changed, Supplier<String> change) {
    long before = count();

    String name = change.get();

    assertThat(count() - before).as("events of " + action).isEqualTo(1);
    AuditEvent event = events("resource = \"" + name + "\"").getFirst();
    assertThat(event.getAction()).isEqualTo(action);
    assertThat(event.getActor()).isEqualTo(actor);
    assertThat(event.getResourceVersion()).isEqualTo(version);
    assertThat(event.hasAfter()).isTrue();
    assertThat(event.getAfter().getFieldsOrThrow("name").getStringValue()).isEqualTo(name);
    assertThat(event.hasBefore()).isEqualTo(changed != null);
    if (changed != null) {
      assertThat(differences(event.getBefore(), event.getAfter())).isEqualTo(changed);
    }
  }

  private static Set<String> with(String... fields) {
    Set<String> all = new TreeSet<>(WITH_EVERY_CHANGE);
    all.addAll(List.of(fields));
    return all;
  }

  private static Set<String> differences(Struct before, Struct after) {
    Set<String> fields = new HashSet<>(before.getFieldsMap().keySet());
    fields.addAll(after.getFieldsMap().keySet());
    fields.removeIf(
        field -> Objects.equals(before.getFieldsMap().get(field), after.getFieldsMap().get(field)));
    return fields;
  }

  private List<String> actions(String filter) {
    return events(filter).stream().map(AuditEvent::getAction).toList();
  }

  private List<AuditEvent> events(String filter) {
    return new ArrayList<>(
        caller
            .audit()
            .listAuditEvents(ListAuditEventsRequest.newBuilder().setFilter(filter).build())
            .getAuditEventsList());
  }

  private long count() {
    return denizen.sql().number("SELECT count(*) FROM denizen.audit_events");
  }
}
