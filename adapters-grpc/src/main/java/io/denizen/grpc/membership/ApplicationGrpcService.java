package io.denizen.grpc.membership;

import io.denizen.application.membership.ApplicationDirectory;
import io.denizen.application.membership.ApplicationLifecycle;
import io.denizen.application.shared.Submission;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.ApplicationServiceGrpc.ApplicationServiceImplBase;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.GetApplicationRequest;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListApplicationsResponse;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/**
 * {@code denizen.membership.v1.ApplicationService}: reads the request, starts the use case, maps
 * its outcome.
 */
final class ApplicationGrpcService extends ApplicationServiceImplBase {

  private final ApplicationLifecycle lifecycle;
  private final ApplicationDirectory directory;

  ApplicationGrpcService(ApplicationLifecycle lifecycle, ApplicationDirectory directory) {
    this.lifecycle = lifecycle;
    this.directory = directory;
  }

  @Override
  public void createApplication(
      CreateApplicationRequest request, StreamObserver<Application> observer) {
    Answers.send(
        observer,
        ApplicationMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationDetails details =
              ApplicationMessages.details(fields, request.getApplication());
          return fields.read(() -> lifecycle.create(submission, details));
        });
  }

  @Override
  public void getApplication(GetApplicationRequest request, StreamObserver<Application> observer) {
    Answers.send(
        observer,
        ApplicationMessages::message,
        fields -> {
          ApplicationId id = fields.required("name", request.getName(), ResourceIds::application);
          return fields.read(() -> directory.get(Callers.current(), id, request.getShowDeleted()));
        });
  }

  @Override
  public void listApplications(
      ListApplicationsRequest request, StreamObserver<ListApplicationsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          ApplicationQuery query = ApplicationMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> ApplicationMessages.list(request, query, found));
        });
  }

  @Override
  public void updateApplication(
      UpdateApplicationRequest request, StreamObserver<Application> observer) {
    Answers.send(
        observer,
        ApplicationMessages::message,
        fields -> {
          Application application = request.getApplication();
          Submission submission = Submissions.read(fields, request);
          ApplicationId id =
              fields.required("application.name", application.getName(), ResourceIds::application);
          UpdateMask mask =
              UpdateMask.read(fields, request.getUpdateMask(), "application", application);
          Function<io.denizen.domain.membership.Application, ApplicationDetails> edit =
              ApplicationMessages.edit(fields, mask, application);
          return fields.read(
              () -> lifecycle.update(submission, id, Etags.version(application.getEtag()), edit));
        });
  }

  @Override
  public void deleteApplication(
      DeleteApplicationRequest request, StreamObserver<Application> observer) {
    NamedChange.answer(
        request,
        observer,
        ApplicationMessages::message,
        ResourceIds::application,
        (submission, id, version) -> lifecycle.delete(submission, id, version, request.getForce()));
  }

  @Override
  public void undeleteApplication(
      UndeleteApplicationRequest request, StreamObserver<Application> observer) {
    NamedChange.answer(
        request,
        observer,
        ApplicationMessages::message,
        ResourceIds::application,
        (submission, id, version) -> lifecycle.undelete(submission, id, version));
  }
}
