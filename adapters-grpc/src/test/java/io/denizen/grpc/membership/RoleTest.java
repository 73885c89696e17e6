package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteRoleRequest;
import io.denizen.membership.v1.GetMembershipRequest;
import io.denizen.membership.v1.GetRoleRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListRolesResponse;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.UndeleteRoleRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoleTest extends GrpcTest {

  private final Application application = create(application());
  private final Role reader = create(application, slugged("reader"));

  @Test
  void aRoleIsAnsweredAsItWasGivenAndItsListsInOrder() {
    Role given =
        slugged("admin").toBuilder()
            .clearPermissions()
            .addAllPermissions(List.of("invoice.*", "*", "account.close"))
            .addIncludes("reader")
            .addAllAssignableBy(List.of("owner", "admin"))
            .setOwner(true)
            .setInherited(true)
            .build();

    Role created = denizen.audited("role.created", () -> create(application, given));

    assertThat(created.getPermissionsList()).containsExactly("*", "account.close", "invoice.*");
    assertThat(created.getAssignableByList()).containsExactly("admin", "owner");
    assertThat(created)
        .isEqualTo(
            given.toBuilder()
                .setName(created.getName())
                .clearPermissions()
                .addAllPermissions(created.getPermissionsList())
                .clearAssignableBy()
                .addAllAssignableBy(created.getAssignableByList())
                .setCreateTime(created.getCreateTime())
                .setUpdateTime(created.getUpdateTime())
                .setEtag(created.getEtag())
                .build());
    assertThat(roles.getRole(GetRoleRequest.newBuilder().setName(created.getName()).build()))
        .isEqualTo(created);
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    Role wrong =
        Role.newBuilder()
            .setSlug("No Slug")
            .setDisplayName(" ")
            .setDescription("\u0000")
            .addAllPermissions(
                List.of("a.b", "**", "a..b", "a.*.b", "*.a", ".", "a".repeat(10_000)))
            .addAllIncludes(List.of("a", "A"))
            .addAllAssignableBy(List.of("a", "a"))
            .build();

    denizen
        .refused(() -> create(application, wrong))
        .isInvalid(
            "role.slug",
            "role.display_name",
            "role.description",
            "role.permissions[1]",
            "role.permissions[2]",
            "role.permissions[3]",
            "role.permissions[4]",
            "role.permissions[5]",
            "role.permissions[6]",
            "role.includes[1]",
            "role.assignable_by");
  }

  @Test
  void theSlugCannotBeChangedHoweverItIsAskedFor() {
    Role renamed = reader.toBuilder().setSlug("writer").setDisplayName("Reads").build();

    for (List<String> mask : List.of(List.of("slug"), List.of("*"), List.<String>of())) {
      denizen.refused(() -> update(renamed, mask.toArray(String[]::new))).isInvalid("role.slug");
    }
    denizen
        .refused(() -> update(reader.toBuilder().clearSlug().build(), "slug"))
        .isInvalid("role.slug");
    assertThat(get(reader.getName())).isEqualTo(reader);
  }

  @Test
  void theSlugMayBeGivenAsItIsOrLeftOut() {
    denizen.unaudited(() -> update(reader, "slug", "display_name"));
    denizen.unaudited(() -> update(reader.toBuilder().clearSlug().build(), "*"));
  }

  @Test
  void listsAndFlagsAreEmptiedByNamingThem() {
    Role owner =
        update(reader.toBuilder().setOwner(true).setInherited(true).build(), "owner", "inherited");
    assertThat(owner.getOwner() && owner.getInherited()).isTrue();

    Role plain =
        update(
            owner.toBuilder().clearOwner().clearInherited().clearPermissions().build(),
            "owner",
            "inherited",
            "permissions");

    assertThat(plain.getOwner() || plain.getInherited()).isFalse();
    assertThat(plain.getPermissionsList()).isEmpty();
  }

  @Test
  void aRoleIncludesRolesOfItsApplicationAndNeverItself() {
    Role writer = create(application, including("writer", "reader"));
    Application other = create(application());

    denizen
        .refused(() -> update(reader.toBuilder().addIncludes("writer").build(), "includes"))
        .is(Code.FAILED_PRECONDITION, "ROLE_CYCLE")
        .of(application.getName());
    assertThat(
            denizen
                .refused(() -> create(other, including("writer", "reader")))
                .is(Code.NOT_FOUND, "ROLE_NOT_FOUND")
                .metadata())
        .containsEntry("role", "reader")
        .containsEntry("field", "role.includes");
    assertThat(writer.getIncludesList()).containsExactly("reader");
  }

  @Test
  void whatIsUsedGoesByForceAloneAndIsTakenFromEachUser() {
    Role writer = create(application, including("writer", "reader"));
    Membership holder = create(application, membership(create(person()), "reader", "writer"));

    denizen
        .refused(() -> delete(reader, false))
        .is(Code.FAILED_PRECONDITION, "ROLE_IN_USE")
        .of(reader.getName());
    assertThat(denizen.audited(() -> delete(reader, true)))
        .extracting(event -> event.action() + " " + event.resource())
        .containsExactlyInAnyOrder(
            "membership.updated " + holder.getName(),
            "role.updated " + writer.getName(),
            "role.deleted " + reader.getName());
    denizen.audited("role.undeleted", () -> undelete(reader));
    assertThat(
            memberships
                .getMembership(GetMembershipRequest.newBuilder().setName(holder.getName()).build())
                .getRolesList())
        .containsExactly("writer");
  }

  @Test
  void aRoleDoesNotComeBackIntoADeletedApplication() {
    delete(reader, false);
    applications.deleteApplication(
        DeleteApplicationRequest.newBuilder().setName(application.getName()).build());

    assertThat(
            denizen
                .refused(() -> undelete(reader))
                .is(Code.FAILED_PRECONDITION, "PARENT_DELETED")
                .of(reader.getName())
                .metadata())
        .containsEntry("parent", application.getName());
  }

  @Test
  void aListIsOfOneApplicationAndNarrowedBySlug() {
    Role admin = create(application, slugged("admin"));
    create(create(application()), slugged("admin"));

    assertThat(list(application.getName(), "", "")).containsExactly(reader, admin);
    assertThat(list(application.getName(), "", "slug")).containsExactly(admin, reader);
    assertThat(list(application.getName(), "slug = admin", "")).containsExactly(admin);
    denizen
        .refused(() -> list("applications/-", "slug = A", "x"))
        .isInvalid("parent", "filter", "order_by");
    denizen
        .refused(() -> list("applications/" + NOBODY, "", ""))
        .is(Code.NOT_FOUND, "APPLICATION_NOT_FOUND");
  }

  @Test
  void systemRolesAreToldAndNobodyChangesThem() {
    List<Role> system = list("", "", "");

    assertThat(system)
        .extracting(Role::getName)
        .containsExactly(
            "roles/user", "roles/email-verified", "roles/trusted-contact", "roles/admin");
    assertThat(system.getLast().getPermissionsList()).containsExactly("*");
    for (Role role : system) {
      assertThat(get(role.getName())).isEqualTo(role);
      for (Runnable write :
          List.<Runnable>of(
              () -> update(role.toBuilder().setDisplayName("Mine").build(), "display_name"),
              () -> update(role, "*"),
              () -> update(role),
              () -> delete(role, false),
              () -> delete(role, true),
              () -> undelete(role))) {
        denizen.refused(write).is(Code.FAILED_PRECONDITION, "ROLE_IMMUTABLE").of(role.getName());
      }
      assertThat(get(role.getName())).isEqualTo(role);
    }
    denizen
        .refused(() -> create(Application.getDefaultInstance(), slugged("root")))
        .isInvalid("parent");
  }

  @Test
  void systemRolesComePageByPageToo() {
    ListRolesRequest.Builder request = ListRolesRequest.newBuilder().setPageSize(3);
    ListRolesResponse first = roles.listRoles(request.build());
    ListRolesResponse last =
        roles.listRoles(request.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getRolesCount()).isEqualTo(3);
    assertThat(last.getRolesList()).extracting(Role::getSlug).containsExactly("admin");
    assertThat(last.getNextPageToken()).isEmpty();
    denizen.refused(() -> list("", "slug = a", "slug")).isInvalid("filter", "order_by");
    denizen
        .refused(() -> get("roles/nobody"))
        .is(Code.NOT_FOUND, "ROLE_NOT_FOUND")
        .of("roles/nobody");
    denizen.refused(() -> get("roles/No Slug")).isInvalid("name");
  }

  private Role get(String name) {
    return roles.getRole(GetRoleRequest.newBuilder().setName(name).build());
  }

  private Role slugged(String slug) {
    return role().toBuilder().setSlug(slug).build();
  }

  private Role including(String slug, String... includes) {
    return slugged(slug).toBuilder().addAllIncludes(List.of(includes)).build();
  }

  private Role update(Role role, String... mask) {
    return roles.updateRole(
        UpdateRoleRequest.newBuilder()
            .setRole(role)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private Role delete(Role role, boolean force) {
    return roles.deleteRole(
        DeleteRoleRequest.newBuilder().setName(role.getName()).setForce(force).build());
  }

  private Role undelete(Role role) {
    return roles.undeleteRole(UndeleteRoleRequest.newBuilder().setName(role.getName()).build());
  }

  private List<Role> list(String parent, String filter, String orderBy) {
    return roles
        .listRoles(
            ListRolesRequest.newBuilder()
                .setParent(parent)
                .setFilter(filter)
                .setOrderBy(orderBy)
                .build())
        .getRolesList();
  }
}
