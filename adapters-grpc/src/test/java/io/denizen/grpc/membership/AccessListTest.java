package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.membership.v1.AccessServiceGrpc;
import io.denizen.membership.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import io.denizen.membership.v1.AccessServiceListApplicationsRequest;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.ApplicationMemberships;
import io.denizen.membership.v1.Grant;
import io.denizen.membership.v1.GrantedPermission;
import io.denizen.membership.v1.ListMembersWithAccessRequest;
import io.denizen.membership.v1.ListMembersWithAccessResponse;
import io.denizen.membership.v1.ListPermissionsRequest;
import io.denizen.membership.v1.ListPermissionsResponse;
import io.denizen.membership.v1.MemberAccess;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccessListTest extends GrpcTest {

  private final AccessServiceBlockingStub access =
      AccessServiceGrpc.newBlockingStub(denizen.channel());
  private final Application application = create(application());
  private final Team team = create(application, team());
  private final Identity identity = create(person());
  private final String reader = role("reader", List.of(), "invoice.*");

  @Test
  void permissionsAreListedPageByPage() {
    role("clerk", List.of("reader"), "report.read");
    create(application, membership(identity, "clerk"));
    ListPermissionsRequest request =
        ListPermissionsRequest.newBuilder()
            .setIdentity(identity.getName())
            .setScope(application.getName())
            .setPageSize(1)
            .build();

    ListPermissionsResponse first = access.listPermissions(request);
    ListPermissionsResponse second =
        access.listPermissions(request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(Stream.of(first, second).flatMap(page -> page.getPermissionsList().stream()))
        .extracting(GrantedPermission::getPermission)
        .containsExactly("invoice.*", "report.read");
    assertThat(second.getNextPageToken()).isEmpty();
    denizen
        .refused(
            () ->
                access.listPermissions(
                    request.toBuilder()
                        .setScope(team.getName())
                        .setPageToken(first.getNextPageToken())
                        .build()))
        .isInvalid("page_token");
  }

  @Test
  void permissionsThatWereAreListedByTheirTime() {
    create(application, membership(identity, "reader"));
    Identity gone =
        identities.deleteIdentity(
            DeleteIdentityRequest.newBuilder().setName(identity.getName()).setForce(true).build());
    ListPermissionsRequest request =
        ListPermissionsRequest.newBuilder()
            .setIdentity(identity.getName())
            .setScope(application.getName())
            .build();

    assertThat(access.listPermissions(request).getPermissionsList()).isEmpty();
    assertThat(
            access
                .listPermissions(
                    request.toBuilder()
                        .setReadTime(
                            Timestamps.subtract(gone.getDeleteTime(), Durations.fromMicros(1)))
                        .build())
                .getPermissionsList())
        .extracting(GrantedPermission::getPermission)
        .containsExactly("invoice.*");
  }

  @Test
  void applicationsAreListedWithTheMembershipsInThem() {
    role("clerk", List.of("reader"), "report.read");
    Membership direct = create(application, membership(identity, "reader"));
    Membership inTeam =
        create(
            application, membership(identity, "clerk").toBuilder().setTeam(team.getName()).build());

    assertThat(
            access
                .listApplications(
                    AccessServiceListApplicationsRequest.newBuilder()
                        .setIdentity(identity.getName())
                        .build())
                .getApplicationsList())
        .containsExactly(
            ApplicationMemberships.newBuilder()
                .setApplication(application)
                .addMemberships(direct)
                .addMemberships(inTeam)
                .build());
  }

  @Test
  void membersAreListedWithWhatGrantsIt() {
    Membership one = create(application, membership(identity, "reader"));
    create(application, membership(create(person()), "reader"));
    ListMembersWithAccessRequest request =
        ListMembersWithAccessRequest.newBuilder()
            .setScope(application.getName())
            .setPermission("invoice.read")
            .setPageSize(1)
            .build();

    ListMembersWithAccessResponse first = access.listMembersWithAccess(request);

    assertThat(first.getMembersList())
        .containsExactly(
            MemberAccess.newBuilder()
                .setMembership(one)
                .addGrants(
                    Grant.newBuilder()
                        .setRole(reader)
                        .setMembership(one.getName())
                        .setPermission("invoice.*"))
                .build());
    assertThat(
            access
                .listMembersWithAccess(
                    request.toBuilder().setPageToken(first.getNextPageToken()).build())
                .getNextPageToken())
        .isEmpty();
  }

  @Test
  void listsTakeNeitherFilterNorOrder() {
    denizen
        .refused(
            () ->
                access.listPermissions(
                    ListPermissionsRequest.newBuilder()
                        .setIdentity(identity.getName())
                        .setScope(application.getName())
                        .setFilter("permission = \"a\"")
                        .setOrderBy("permission")
                        .setPageSize(-1)
                        .build()))
        .isInvalid("filter", "order_by", "page_size");
  }

  /** Gives back its name. */
  private String role(String slug, List<String> includes, String... permissions) {
    return create(
            application,
            Role.newBuilder()
                .setSlug(slug)
                .setDisplayName(slug)
                .addAllIncludes(includes)
                .addAllPermissions(List.of(permissions))
                .build())
        .getName();
  }
}
