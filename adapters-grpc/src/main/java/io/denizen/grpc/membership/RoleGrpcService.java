package io.denizen.grpc.membership;

import io.denizen.application.membership.RoleDirectory;
import io.denizen.application.membership.RoleLifecycle;
import io.denizen.application.membership.SystemRoleDirectory;
import io.denizen.application.shared.Submission;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.DeleteRoleRequest;
import io.denizen.membership.v1.GetRoleRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListRolesResponse;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.RoleServiceGrpc.RoleServiceImplBase;
import io.denizen.membership.v1.UndeleteRoleRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/**
 * {@code denizen.membership.v1.RoleService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class RoleGrpcService extends RoleServiceImplBase {

  private final RoleLifecycle lifecycle;
  private final RoleDirectory directory;
  private final SystemRoleDirectory systemRoles;

  RoleGrpcService(
      RoleLifecycle lifecycle, RoleDirectory directory, SystemRoleDirectory systemRoles) {
    this.lifecycle = lifecycle;
    this.directory = directory;
    this.systemRoles = systemRoles;
  }

  @Override
  public void createRole(CreateRoleRequest request, StreamObserver<Role> observer) {
    Answers.send(
        observer,
        RoleMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationId application =
              fields.required("parent", request.getParent(), ResourceIds::application);
          Slug slug = fields.required("role.slug", request.getRole().getSlug(), Slug::new);
          RoleDetails details = RoleMessages.details(fields, request.getRole());
          return fields.read(() -> lifecycle.create(submission, application, slug, details));
        });
  }

  @Override
  public void getRole(GetRoleRequest request, StreamObserver<Role> observer) {
    if (ResourceIds.isSystemRole(request.getName())) {
      getSystemRole(request, observer);
      return;
    }
    Answers.send(
        observer,
        RoleMessages::message,
        fields -> {
          InApplication<RoleId> role = fields.required("name", request.getName(), RoleMessages::id);
          return fields.read(
              () ->
                  directory.get(
                      Callers.current(),
                      role.applicationId(),
                      role.id(),
                      request.getShowDeleted()));
        });
  }

  @Override
  public void listRoles(ListRolesRequest request, StreamObserver<ListRolesResponse> observer) {
    if (request.getParent().isEmpty()) {
      listSystemRoles(request, observer);
      return;
    }
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          RoleQuery query = RoleMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> RoleMessages.list(request, query, found));
        });
  }

  @Override
  public void updateRole(UpdateRoleRequest request, StreamObserver<Role> observer) {
    Answers.send(
        observer,
        RoleMessages::message,
        fields -> {
          Role role = request.getRole();
          Submission submission = Submissions.read(fields, request);
          InApplication<RoleId> name =
              fields.required("role.name", role.getName(), RoleMessages::id);
          UpdateMask mask = UpdateMask.read(fields, request.getUpdateMask(), "role", role);
          Function<io.denizen.domain.membership.Role, RoleDetails> edit =
              RoleMessages.edit(fields, mask, role);
          return fields.read(
              () ->
                  lifecycle.update(
                      submission,
                      name.applicationId(),
                      name.id(),
                      Etags.version(role.getEtag()),
                      edit));
        });
  }

  @Override
  public void deleteRole(DeleteRoleRequest request, StreamObserver<Role> observer) {
    NamedChange.answer(
        request,
        observer,
        RoleMessages::message,
        RoleMessages::id,
        (submission, role, version) ->
            lifecycle.delete(
                submission, role.applicationId(), role.id(), version, request.getForce()));
  }

  @Override
  public void undeleteRole(UndeleteRoleRequest request, StreamObserver<Role> observer) {
    NamedChange.answer(
        request,
        observer,
        RoleMessages::message,
        RoleMessages::id,
        (submission, role, version) ->
            lifecycle.undelete(submission, role.applicationId(), role.id(), version));
  }

  private void getSystemRole(GetRoleRequest request, StreamObserver<Role> observer) {
    Answers.send(
        observer,
        SystemRoleMessages::message,
        fields -> {
          Slug slug = fields.required("name", request.getName(), ResourceIds::systemRole);
          return fields.read(() -> systemRoles.get(Callers.current(), slug));
        });
  }

  private void listSystemRoles(
      ListRolesRequest request, StreamObserver<ListRolesResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          SystemRoleMessages.requireNoQuery(fields, request);
          return fields
              .read(() -> systemRoles.list(Callers.current(), page))
              .thenApply(found -> SystemRoleMessages.list(request, found));
        });
  }
}
