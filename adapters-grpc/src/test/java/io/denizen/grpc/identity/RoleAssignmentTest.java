package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.CreateRoleAssignmentRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.DeleteRoleAssignmentRequest;
import io.denizen.identity.v1.GetRoleAssignmentRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityRoleServiceGrpc;
import io.denizen.identity.v1.IdentityRoleServiceGrpc.IdentityRoleServiceBlockingStub;
import io.denizen.identity.v1.ListRoleAssignmentsRequest;
import io.denizen.identity.v1.ListRoleAssignmentsResponse;
import io.denizen.identity.v1.RoleAssignment;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoleAssignmentTest extends GrpcTest {

  private final IdentityRoleServiceBlockingStub assignments =
      IdentityRoleServiceGrpc.newBlockingStub(denizen.channel());
  private final Identity ada = create(person());

  @Test
  void aSystemRoleIsAssignedOnceAndCanBeTakenBack() {
    RoleAssignment admin =
        denizen.audited("role_assignment.created", () -> assign(ada.getName(), "roles/admin"));

    assertThat(admin.getRole()).isEqualTo("roles/admin");
    assertThat(admin.getName()).startsWith(ada.getName() + "/roleAssignments/");
    assertThat(get(admin, false)).isEqualTo(admin);
    denizen
        .refused(() -> assign(ada.getName(), "roles/admin"))
        .is(Code.ALREADY_EXISTS, "ROLE_ASSIGNMENT_EXISTS");

    RoleAssignment gone = denizen.audited("role_assignment.deleted", () -> delete(admin));
    assertThat(gone.hasDeleteTime()).isTrue();
    denizen
        .refused(() -> get(admin, false))
        .is(Code.NOT_FOUND, "ROLE_ASSIGNMENT_NOT_FOUND")
        .of(admin.getName());
    assertThat(get(admin, true)).isEqualTo(gone);
    denizen.audited("role_assignment.created", () -> assign(ada.getName(), "roles/admin"));
  }

  @Test
  void whatIsNoRoleThatCanBeAssignedIsRefused() {
    for (String wrong :
        List.of(
            "",
            "admin",
            "roles/",
            "roles/user",
            "roles/email-verified",
            "roles/root",
            "Roles/admin")) {
      denizen.refused(() -> assign(ada.getName(), wrong)).isInvalid("role_assignment.role");
    }
    denizen
        .refused(() -> assign("identities/" + NOBODY, "roles/admin"))
        .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND");
  }

  @Test
  void aStaleEtagKeepsTheRole() {
    RoleAssignment admin = assign(ada.getName(), "roles/admin");

    denizen
        .refused(() -> delete(admin.toBuilder().setEtag("\"7\"").build()))
        .is(Code.ABORTED, "STALE_VERSION");
    assertThat(list("")).containsExactly(admin);
  }

  @Test
  void aListIsOfOneIdentityAndNarrowedByRole() {
    RoleAssignment admin = assign(ada.getName(), "roles/admin");
    RoleAssignment contact = assign(ada.getName(), "roles/trusted-contact");
    assign(create(person()).getName(), "roles/admin");

    assertThat(list("")).containsExactly(admin, contact);
    assertThat(list("role = \"roles/trusted-contact\"")).containsExactly(contact);
    denizen.refused(() -> list("role = \"roles/root\"")).isInvalid("filter");
    denizen.refused(() -> list("role = admin")).isInvalid("filter");
  }

  @Test
  void whoIsAnAdministratorIsOneList() {
    RoleAssignment first = assign(ada.getName(), "roles/admin");
    assign(ada.getName(), "roles/trusted-contact");
    RoleAssignment second = assign(create(person()).getName(), "roles/admin");

    ListRoleAssignmentsRequest.Builder all =
        ListRoleAssignmentsRequest.newBuilder()
            .setParent("identities/-")
            .setFilter("role = \"roles/admin\"")
            .setPageSize(1);
    ListRoleAssignmentsResponse page = assignments.listRoleAssignments(all.build());
    assertThat(page.getRoleAssignmentsList()).containsExactly(first);
    page = assignments.listRoleAssignments(all.setPageToken(page.getNextPageToken()).build());
    assertThat(page.getRoleAssignmentsList()).containsExactly(second);
    assertThat(page.getNextPageToken()).isEmpty();

    denizen
        .refused(() -> assignments.listRoleAssignments(all.setParent(ada.getName()).build()))
        .isInvalid("page_token");
    denizen
        .refused(
            () ->
                assignments.listRoleAssignments(
                    all.clearPageToken().setParent("identities/*").build()))
        .isInvalid("parent");
  }

  @Test
  void itGoesWithItsIdentityAndComesBackWithIt() {
    RoleAssignment admin = assign(ada.getName(), "roles/admin");

    assertThat(
            denizen.audited(
                () ->
                    identities.deleteIdentity(
                        DeleteIdentityRequest.newBuilder().setName(ada.getName()).build())))
        .extracting(event -> event.action() + " " + event.resource())
        .containsExactlyInAnyOrder(
            "identity.deleted " + ada.getName(), "role_assignment.deleted " + admin.getName());
    assertThat(
            denizen.audited(
                () ->
                    identities.undeleteIdentity(
                        UndeleteIdentityRequest.newBuilder().setName(ada.getName()).build())))
        .hasSize(2);
    assertThat(get(admin, false).getRole()).isEqualTo("roles/admin");
  }

  private RoleAssignment assign(String identity, String role) {
    return assignments.createRoleAssignment(
        CreateRoleAssignmentRequest.newBuilder()
            .setParent(identity)
            .setRoleAssignment(RoleAssignment.newBuilder().setRole(role))
            .build());
  }

  private RoleAssignment get(RoleAssignment assignment, boolean showDeleted) {
    return assignments.getRoleAssignment(
        GetRoleAssignmentRequest.newBuilder()
            .setName(assignment.getName())
            .setShowDeleted(showDeleted)
            .build());
  }

  private RoleAssignment delete(RoleAssignment assignment) {
    return assignments.deleteRoleAssignment(
        DeleteRoleAssignmentRequest.newBuilder()
            .setName(assignment.getName())
            .setEtag(assignment.getEtag())
            .build());
  }

  private List<RoleAssignment> list(String filter) {
    return assignments
        .listRoleAssignments(
            ListRoleAssignmentsRequest.newBuilder()
                .setParent(ada.getName())
                .setFilter(filter)
                .build())
        .getRoleAssignmentsList();
  }
}
