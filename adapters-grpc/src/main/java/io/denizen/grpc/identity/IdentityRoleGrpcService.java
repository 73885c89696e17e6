package io.denizen.grpc.identity;

import io.denizen.application.identity.RoleAssignmentDirectory;
import io.denizen.application.identity.RoleAssignmentLifecycle;
import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.Submissions;
import io.denizen.identity.v1.CreateRoleAssignmentRequest;
import io.denizen.identity.v1.DeleteRoleAssignmentRequest;
import io.denizen.identity.v1.GetRoleAssignmentRequest;
import io.denizen.identity.v1.IdentityRoleServiceGrpc.IdentityRoleServiceImplBase;
import io.denizen.identity.v1.ListRoleAssignmentsRequest;
import io.denizen.identity.v1.ListRoleAssignmentsResponse;
import io.denizen.identity.v1.RoleAssignment;
import io.grpc.stub.StreamObserver;

/**
 * {@code denizen.identity.v1.IdentityRoleService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class IdentityRoleGrpcService extends IdentityRoleServiceImplBase {

  private final RoleAssignmentLifecycle lifecycle;
  private final RoleAssignmentDirectory directory;

  IdentityRoleGrpcService(RoleAssignmentLifecycle lifecycle, RoleAssignmentDirectory directory) {
    this.lifecycle = lifecycle;
    this.directory = directory;
  }

  @Override
  public void createRoleAssignment(
      CreateRoleAssignmentRequest request, StreamObserver<RoleAssignment> observer) {
    Answers.send(
        observer,
        RoleAssignmentMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityId identity =
              fields.required("parent", request.getParent(), IdentityMessages::id);
          SystemRole role = RoleAssignmentMessages.assignable(fields, request.getRoleAssignment());
          return fields.read(() -> lifecycle.create(submission, identity, role));
        });
  }

  @Override
  public void getRoleAssignment(
      GetRoleAssignmentRequest request, StreamObserver<RoleAssignment> observer) {
    Answers.send(
        observer,
        RoleAssignmentMessages::message,
        fields -> {
          Nested<IdentityId, RoleAssignmentId> assignment =
              fields.required("name", request.getName(), RoleAssignmentMessages::id);
          return fields.read(
              () ->
                  directory.get(
                      Callers.current(),
                      assignment.parent(),
                      assignment.id(),
                      request.getShowDeleted()));
        });
  }

  @Override
  public void listRoleAssignments(
      ListRoleAssignmentsRequest request, StreamObserver<ListRoleAssignmentsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          RoleAssignmentQuery query = RoleAssignmentMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> RoleAssignmentMessages.list(request, found));
        });
  }

  @Override
  public void deleteRoleAssignment(
      DeleteRoleAssignmentRequest request, StreamObserver<RoleAssignment> observer) {
    NamedChange.answer(
        request,
        observer,
        RoleAssignmentMessages::message,
        RoleAssignmentMessages::id,
        (submission, assignment, version) ->
            lifecycle.delete(submission, assignment.parent(), assignment.id(), version));
  }
}
