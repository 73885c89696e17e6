package io.denizen.grpc.identity;

import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.identity.v1.ActivateIdentityRequest;
import io.denizen.identity.v1.BatchGetIdentitiesRequest;
import io.denizen.identity.v1.BatchGetIdentitiesResponse;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceImplBase;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * {@code denizen.identity.v1.IdentityService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class IdentityGrpcService extends IdentityServiceImplBase {

  private static final int MAX_BATCH = 1_000;

  private final IdentityLifecycle lifecycle;
  private final IdentityDirectory directory;

  IdentityGrpcService(IdentityLifecycle lifecycle, IdentityDirectory directory) {
    this.lifecycle = lifecycle;
    this.directory = directory;
  }

  @Override
  public void createIdentity(CreateIdentityRequest request, StreamObserver<Identity> observer) {
    Answers.send(
        observer,
        IdentityMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityKind kind = IdentityMessages.kind(fields, request.getIdentity());
          IdentityDetails details = IdentityMessages.details(fields, request.getIdentity());
          return fields.read(() -> lifecycle.create(submission, kind, details));
        });
  }

  @Override
  public void getIdentity(GetIdentityRequest request, StreamObserver<Identity> observer) {
    Answers.send(
        observer,
        IdentityMessages::message,
        fields -> {
          IdentityId id = fields.required("name", request.getName(), IdentityMessages::id);
          return fields.read(() -> directory.get(Callers.current(), id, request.getShowDeleted()));
        });
  }

  @Override
  public void batchGetIdentities(
      BatchGetIdentitiesRequest request, StreamObserver<BatchGetIdentitiesResponse> observer) {
    Answers.send(
        observer,
        IdentityMessages::batch,
        fields -> {
          List<IdentityId> ids =
              fields.each(
                  "names", request.getNamesList(), MAX_BATCH, IdentityMessages::id, List::copyOf);
          return fields.read(
              () -> directory.getAll(Callers.current(), ids, request.getShowDeleted()));
        });
  }

  @Override
  public void lookupIdentity(LookupIdentityRequest request, StreamObserver<Identity> observer) {
    Answers.send(observer, IdentityMessages::message, fields -> lookup(fields, request));
  }

  @Override
  public void listIdentities(
      ListIdentitiesRequest request, StreamObserver<ListIdentitiesResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          IdentityQuery query = IdentityMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> IdentityMessages.list(request, query, found));
        });
  }

  @Override
  public void updateIdentity(UpdateIdentityRequest request, StreamObserver<Identity> observer) {
    Answers.send(
        observer,
        IdentityMessages::message,
        fields -> {
          Identity identity = request.getIdentity();
          Submission submission = Submissions.read(fields, request);
          IdentityId id =
              fields.required("identity.name", identity.getName(), IdentityMessages::id);
          UpdateMask mask = UpdateMask.read(fields, request.getUpdateMask(), "identity", identity);
          Function<io.denizen.domain.identity.Identity, IdentityDetails> edit =
              IdentityMessages.edit(fields, mask, identity);
          return fields.read(
              () -> lifecycle.update(submission, id, Etags.version(identity.getEtag()), edit));
        });
  }

  @Override
  public void suspendIdentity(SuspendIdentityRequest request, StreamObserver<Identity> observer) {
    NamedChange.answer(
        request,
        observer,
        IdentityMessages::message,
        IdentityMessages::id,
        (submission, id, version) -> lifecycle.suspend(submission, id, version));
  }

  @Override
  public void activateIdentity(ActivateIdentityRequest request, StreamObserver<Identity> observer) {
    NamedChange.answer(
        request,
        observer,
        IdentityMessages::message,
        IdentityMessages::id,
        (submission, id, version) -> lifecycle.activate(submission, id, version));
  }

  @Override
  public void deleteIdentity(DeleteIdentityRequest request, StreamObserver<Identity> observer) {
    NamedChange.answer(
        request,
        observer,
        IdentityMessages::message,
        IdentityMessages::id,
        (submission, id, version) -> lifecycle.delete(submission, id, version, request.getForce()));
  }

  @Override
  public void undeleteIdentity(UndeleteIdentityRequest request, StreamObserver<Identity> observer) {
    NamedChange.answer(
        request,
        observer,
        IdentityMessages::message,
        IdentityMessages::id,
        (submission, id, version) -> lifecycle.undelete(submission, id, version));
  }

  private CompletionStage<io.denizen.domain.identity.Identity> lookup(
      Fields fields, LookupIdentityRequest request) {
    return switch (request.getKeyCase()) {
      case EMAIL -> {
        EmailAddress email = fields.required("email", request.getEmail(), EmailAddress::new);
        yield fields.read(() -> directory.byEmail(Callers.current(), email));
      }
      case SLUG -> {
        Slug slug = fields.required("slug", request.getSlug(), Slug::new);
        yield fields.read(() -> directory.bySlug(Callers.current(), slug));
      }
      case EXTERNAL_ACCOUNT -> {
        ExternalAccount account =
            ExternalLoginMessages.account(
                fields,
                "external_account",
                request.getExternalAccount().getProvider(),
                request.getExternalAccount().getSubject());
        yield fields.read(() -> directory.byExternalAccount(Callers.current(), account));
      }
      case KEY_NOT_SET ->
          throw InvalidRequest.field("email", "is required, or slug is, or external_account is");
    };
  }
}
