package io.denizen.grpc.membership;

import io.denizen.application.membership.AccessCheck;
import io.denizen.application.membership.AccessDirectory;
import io.denizen.application.membership.PointInTimeAccess;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.membership.v1.AccessServiceGrpc.AccessServiceImplBase;
import io.denizen.membership.v1.AccessServiceListApplicationsRequest;
import io.denizen.membership.v1.AccessServiceListApplicationsResponse;
import io.denizen.membership.v1.BatchCheckAccessRequest;
import io.denizen.membership.v1.BatchCheckAccessResponse;
import io.denizen.membership.v1.CheckAccessRequest;
import io.denizen.membership.v1.CheckAccessResponse;
import io.denizen.membership.v1.ListMembersWithAccessRequest;
import io.denizen.membership.v1.ListMembersWithAccessResponse;
import io.denizen.membership.v1.ListPermissionsRequest;
import io.denizen.membership.v1.ListPermissionsResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code denizen.membership.v1.AccessService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class AccessGrpcService extends AccessServiceImplBase {

  private final AccessCheck check;
  private final AccessDirectory directory;
  private final PointInTimeAccess pointInTime;

  AccessGrpcService(AccessCheck check, AccessDirectory directory, PointInTimeAccess pointInTime) {
    this.check = check;
    this.directory = directory;
    this.pointInTime = pointInTime;
  }

  @Override
  public void checkAccess(
      CheckAccessRequest request, StreamObserver<CheckAccessResponse> observer) {
    Answers.send(
        observer,
        AccessMessages::message,
        fields -> {
          @Nullable AccessQuestion question = AccessMessages.question(fields, "", request);
          @Nullable Instant time = AccessMessages.readTime(fields, request);
          return fields.read(() -> answer(Objects.requireNonNull(question), time));
        });
  }

  private CompletionStage<AccessAnswer> answer(AccessQuestion question, @Nullable Instant time) {
    return time == null
        ? check.check(Callers.current(), question)
        : pointInTime.check(Callers.current(), question, time);
  }

  @Override
  public void batchCheckAccess(
      BatchCheckAccessRequest request, StreamObserver<BatchCheckAccessResponse> observer) {
    Answers.send(
        observer,
        AccessMessages::batch,
        fields -> {
          List<AccessQuestion> questions =
              AccessMessages.questions(fields, request.getRequestsList());
          return fields.read(() -> check.checkAll(Callers.current(), questions));
        });
  }

  @Override
  public void listPermissions(
      ListPermissionsRequest request, StreamObserver<ListPermissionsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          AccessLists.requirePlain(fields, request.getFilter(), request.getOrderBy());
          IdentityId identity = AccessMessages.identity(fields, "identity", request.getIdentity());
          AccessScope scope = AccessMessages.scope(fields, "scope", request.getScope());
          @Nullable Instant time = AccessMessages.readTime(fields, request);
          return fields
              .read(
                  () ->
                      time == null
                          ? directory.permissions(Callers.current(), identity, scope, page)
                          : pointInTime.permissions(Callers.current(), identity, scope, time, page))
              .thenApply(found -> AccessLists.permissions(request, found));
        });
  }

  @Override
  public void listApplications(
      AccessServiceListApplicationsRequest request,
      StreamObserver<AccessServiceListApplicationsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          AccessLists.requirePlain(fields, request.getFilter(), request.getOrderBy());
          IdentityId identity = AccessMessages.identity(fields, "identity", request.getIdentity());
          return fields
              .read(() -> directory.applications(Callers.current(), identity, page))
              .thenApply(found -> AccessLists.applications(request, found));
        });
  }

  @Override
  public void listMembersWithAccess(
      ListMembersWithAccessRequest request,
      StreamObserver<ListMembersWithAccessResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          AccessLists.requirePlain(fields, request.getFilter(), request.getOrderBy());
          AccessScope scope = AccessMessages.scope(fields, "scope", request.getScope());
          Permission permission =
              AccessMessages.permission(fields, "permission", request.getPermission());
          return fields
              .read(() -> directory.members(Callers.current(), scope, permission, page))
              .thenApply(found -> AccessLists.members(request, found));
        });
  }
}
