package io.denizen.grpc.membership;

import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipBatches.Deletion;
import io.denizen.application.membership.MembershipDirectory;
import io.denizen.application.membership.MembershipLifecycle;
import io.denizen.application.membership.NewMembership;
import io.denizen.application.shared.Submission;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.ActivateMembershipRequest;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.BatchCreateMembershipsResponse;
import io.denizen.membership.v1.BatchDeleteMembershipsRequest;
import io.denizen.membership.v1.BatchDeleteMembershipsResponse;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.GetMembershipRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListMembershipsResponse;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.MembershipServiceGrpc.MembershipServiceImplBase;
import io.denizen.membership.v1.SuspendMembershipRequest;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * {@code denizen.membership.v1.MembershipService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class MembershipGrpcService extends MembershipServiceImplBase {

  private final MembershipLifecycle lifecycle;
  private final MembershipBatches batches;
  private final MembershipDirectory directory;

  MembershipGrpcService(
      MembershipLifecycle lifecycle, MembershipBatches batches, MembershipDirectory directory) {
    this.lifecycle = lifecycle;
    this.batches = batches;
    this.directory = directory;
  }

  @Override
  public void createMembership(
      CreateMembershipRequest request, StreamObserver<Membership> observer) {
    Answers.send(
        observer,
        MembershipMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationId application =
              fields.required("parent", request.getParent(), ResourceIds::application);
          Supplier<NewMembership> wanted =
              MembershipMessages.wanted(fields, "membership", request.getMembership(), application);
          return fields.read(() -> lifecycle.create(submission, application, wanted.get()));
        });
  }

  @Override
  public void getMembership(GetMembershipRequest request, StreamObserver<Membership> observer) {
    Answers.send(
        observer,
        MembershipMessages::message,
        fields -> {
          InApplication<MembershipId> membership =
              fields.required("name", request.getName(), MembershipMessages::id);
          return fields.read(
              () ->
                  directory.get(
                      Callers.current(),
                      membership.applicationId(),
                      membership.id(),
                      request.getShowDeleted()));
        });
  }

  @Override
  public void listMemberships(
      ListMembershipsRequest request, StreamObserver<ListMembershipsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          MembershipQuery query = MembershipMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> MembershipMessages.list(request, found));
        });
  }

  @Override
  public void updateMembership(
      UpdateMembershipRequest request, StreamObserver<Membership> observer) {
    Answers.send(
        observer,
        MembershipMessages::message,
        fields -> {
          Membership membership = request.getMembership();
          Submission submission = Submissions.read(fields, request);
          InApplication<MembershipId> id =
              fields.required("membership.name", membership.getName(), MembershipMessages::id);
          UpdateMask mask =
              UpdateMask.read(fields, request.getUpdateMask(), "membership", membership);
          BiFunction<io.denizen.domain.membership.Membership, Instant, MembershipDetails> edit =
              MembershipMessages.edit(fields, mask, membership);
          return fields.read(
              () ->
                  lifecycle.update(
                      submission,
                      id.applicationId(),
                      id.id(),
                      Etags.version(membership.getEtag()),
                      edit));
        });
  }

  @Override
  public void suspendMembership(
      SuspendMembershipRequest request, StreamObserver<Membership> observer) {
    NamedChange.answer(
        request,
        observer,
        MembershipMessages::message,
        MembershipMessages::id,
        (submission, membership, version) ->
            lifecycle.suspend(submission, membership.applicationId(), membership.id(), version));
  }

  @Override
  public void activateMembership(
      ActivateMembershipRequest request, StreamObserver<Membership> observer) {
    NamedChange.answer(
        request,
        observer,
        MembershipMessages::message,
        MembershipMessages::id,
        (submission, membership, version) ->
            lifecycle.activate(submission, membership.applicationId(), membership.id(), version));
  }

  @Override
  public void deleteMembership(
      DeleteMembershipRequest request, StreamObserver<Membership> observer) {
    NamedChange.answer(
        request,
        observer,
        MembershipMessages::message,
        MembershipMessages::id,
        (submission, membership, version) ->
            lifecycle.delete(submission, membership.applicationId(), membership.id(), version));
  }

  @Override
  public void undeleteMembership(
      UndeleteMembershipRequest request, StreamObserver<Membership> observer) {
    NamedChange.answer(
        request,
        observer,
        MembershipMessages::message,
        MembershipMessages::id,
        (submission, membership, version) ->
            lifecycle.undelete(submission, membership.applicationId(), membership.id(), version));
  }

  @Override
  public void batchCreateMemberships(
      BatchCreateMembershipsRequest request,
      StreamObserver<BatchCreateMembershipsResponse> observer) {
    Answers.send(
        observer,
        MembershipBatchMessages::created,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationId parent =
              fields.required("parent", request.getParent(), ResourceIds::application);
          List<Supplier<NewMembership>> wanted =
              MembershipBatchMessages.wanted(fields, parent, request);
          return fields.read(
              () ->
                  batches.create(submission, parent, wanted.stream().map(Supplier::get).toList()));
        });
  }

  @Override
  public void batchDeleteMemberships(
      BatchDeleteMembershipsRequest request,
      StreamObserver<BatchDeleteMembershipsResponse> observer) {
    Answers.send(
        observer,
        MembershipBatchMessages::deleted,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationId parent =
              fields.required("parent", request.getParent(), ResourceIds::application);
          List<Supplier<Deletion>> deletions =
              MembershipBatchMessages.deletions(fields, parent, request);
          return fields.read(
              () ->
                  batches.delete(
                      submission, parent, deletions.stream().map(Supplier::get).toList()));
        });
  }
}
