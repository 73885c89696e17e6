package io.denizen.grpc.membership;

import io.denizen.application.membership.Acceptor;
import io.denizen.application.membership.InvitationAcceptance;
import io.denizen.application.membership.InvitationDirectory;
import io.denizen.application.membership.InvitationLifecycle;
import io.denizen.application.shared.Submission;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Submissions;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AcceptInvitationResponse;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateInvitationResponse;
import io.denizen.membership.v1.GetInvitationRequest;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.InvitationServiceGrpc.InvitationServiceImplBase;
import io.denizen.membership.v1.ListInvitationsRequest;
import io.denizen.membership.v1.ListInvitationsResponse;
import io.denizen.membership.v1.ResendInvitationRequest;
import io.denizen.membership.v1.ResendInvitationResponse;
import io.denizen.membership.v1.RevokeInvitationRequest;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code denizen.membership.v1.InvitationService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class InvitationGrpcService extends InvitationServiceImplBase {

  private final InvitationLifecycle lifecycle;
  private final InvitationAcceptance acceptance;
  private final InvitationDirectory directory;

  InvitationGrpcService(
      InvitationLifecycle lifecycle,
      InvitationAcceptance acceptance,
      InvitationDirectory directory) {
    this.lifecycle = lifecycle;
    this.acceptance = acceptance;
    this.directory = directory;
  }

  @Override
  public void createInvitation(
      CreateInvitationRequest request, StreamObserver<CreateInvitationResponse> observer) {
    Answers.send(
        observer,
        InvitationMessages::created,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationId application =
              fields.required("parent", request.getParent(), ResourceIds::application);
          Supplier<InvitationDetails> details =
              InvitationMessages.details(fields, request.getInvitation(), application);
          Function<Instant, Instant> end = InvitationMessages.end(fields, request.getInvitation());
          return fields.read(() -> lifecycle.create(submission, application, details.get(), end));
        });
  }

  @Override
  public void getInvitation(GetInvitationRequest request, StreamObserver<Invitation> observer) {
    Answers.send(
        observer,
        (io.denizen.domain.membership.Invitation found) -> InvitationMessages.message(found),
        fields -> {
          InApplication<InvitationId> invitation =
              fields.required("name", request.getName(), InvitationMessages::id);
          return fields.read(
              () ->
                  directory.get(
                      Callers.current(),
                      invitation.applicationId(),
                      invitation.id(),
                      request.getShowDeleted()));
        });
  }

  @Override
  public void listInvitations(
      ListInvitationsRequest request, StreamObserver<ListInvitationsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          Supplier<InvitationQuery> query = InvitationMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query.get(), page))
              .thenApply(found -> InvitationMessages.list(request, found));
        });
  }

  @Override
  public void resendInvitation(
      ResendInvitationRequest request, StreamObserver<ResendInvitationResponse> observer) {
    Answers.send(
        observer,
        InvitationMessages::resent,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          InApplication<InvitationId> invitation =
              fields.required("name", request.getName(), InvitationMessages::id);
          Function<Instant, Instant> end = InvitationMessages.end(fields, request);
          return fields.read(
              () ->
                  lifecycle.resend(
                      submission,
                      invitation.applicationId(),
                      invitation.id(),
                      Etags.version(request.getEtag()),
                      end));
        });
  }

  @Override
  public void revokeInvitation(
      RevokeInvitationRequest request, StreamObserver<Invitation> observer) {
    NamedChange.answer(
        request,
        observer,
        (InvitationSummary revoked) -> InvitationMessages.message(revoked),
        InvitationMessages::id,
        (submission, invitation, version) ->
            lifecycle.revoke(submission, invitation.applicationId(), invitation.id(), version));
  }

  @Override
  public void acceptInvitation(
      AcceptInvitationRequest request, StreamObserver<AcceptInvitationResponse> observer) {
    Answers.send(
        observer,
        InvitationMessages::accepted,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          TokenSecret token = fields.required("token", request.getToken(), TokenSecret::offered);
          Supplier<Acceptor> acceptor = InvitationMessages.acceptor(fields, request);
          return fields.read(() -> acceptance.accept(submission, token, acceptor.get()));
        });
  }
}
