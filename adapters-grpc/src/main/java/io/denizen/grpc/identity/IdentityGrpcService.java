package io.denizen.grpc.identity;

import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.identity.v1.BatchGetIdentitiesRequest;
import io.denizen.identity.v1.BatchGetIdentitiesResponse;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceImplBase;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * {@code denizen.identity.v1.IdentityService}: reads the request, starts the use case, maps its
 * outcome.
 */
public final class IdentityGrpcService extends IdentityServiceImplBase {

  private static final int MAX_BATCH = 1_000;

  private final IdentityLifecycle lifecycle;
  private final IdentityDirectory directory;

  public IdentityGrpcService(IdentityLifecycle lifecycle, IdentityDirectory directory) {
    this.lifecycle = lifecycle;
    this.directory = directory;
  }

  @Override
  public void createIdentity(CreateIdentityRequest request, StreamObserver<Identity> observer) {
    answer(
        observer,
        fields -> {
          Submission submission =
              Submissions.read(fields, request, request.getRequestId(), request.getValidateOnly());
          IdentityKind kind = IdentityMessages.kind(fields, request.getIdentity());
          IdentityDetails details = IdentityMessages.details(fields, request.getIdentity());
          return lifecycle.create(submission, kind, details);
        });
  }

  @Override
  public void getIdentity(GetIdentityRequest request, StreamObserver<Identity> observer) {
    answer(
        observer,
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
        () ->
            directory
                .getAll(Callers.current(), ids(request), request.getShowDeleted())
                .thenApply(
                    identities ->
                        BatchGetIdentitiesResponse.newBuilder()
                            .addAllIdentities(
                                identities.stream().map(IdentityMessages::message).toList())
                            .build()));
  }

  @Override
  public void lookupIdentity(LookupIdentityRequest request, StreamObserver<Identity> observer) {
    answer(observer, fields -> lookup(fields, request));
  }

  @Override
  public void listIdentities(
      ListIdentitiesRequest request, StreamObserver<ListIdentitiesResponse> observer) {
    Answers.send(
        observer,
        () -> {
          Fields fields = new Fields();
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          IdentityQuery query = IdentityMessages.query(fields, request);
          return directory
              .list(Callers.current(), query, page)
              .thenApply(found -> response(request, found));
        });
  }

  @Override
  public void updateIdentity(UpdateIdentityRequest request, StreamObserver<Identity> observer) {
    answer(
        observer,
        fields -> {
          Identity identity = request.getIdentity();
          Submission submission =
              Submissions.read(fields, request, request.getRequestId(), request.getValidateOnly());
          IdentityId id =
              fields.required("identity.name", identity.getName(), IdentityMessages::id);
          UpdateMask mask = UpdateMask.read(fields, request.getUpdateMask(), identity);
          Function<io.denizen.domain.identity.Identity, IdentityDetails> edit =
              IdentityMessages.edit(fields, mask, identity);
          return fields.read(
              () -> lifecycle.update(submission, id, Etags.version(identity.getEtag()), edit));
        });
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
      case KEY_NOT_SET -> throw InvalidRequest.field("key", "is required: email or slug");
    };
  }

  private static List<IdentityId> ids(BatchGetIdentitiesRequest request) {
    int count = request.getNamesCount();
    if (count == 0 || count > MAX_BATCH) {
      throw InvalidRequest.field("names", "must be 1 to 1,000 names");
    }
    Fields fields = new Fields();
    List<IdentityId> ids =
        IntStream.range(0, count)
            .mapToObj(
                i -> fields.required("names[" + i + "]", request.getNames(i), IdentityMessages::id))
            .toList();
    return fields.read(() -> ids);
  }

  private static ListIdentitiesResponse response(
      ListIdentitiesRequest request, Page<io.denizen.domain.identity.Identity> page) {
    return ListIdentitiesResponse.newBuilder()
        .addAllIdentities(page.items().stream().map(IdentityMessages::message).toList())
        .setNextPageToken(PageTokens.next(request, page.next()))
        .build();
  }

  private static void answer(
      StreamObserver<Identity> observer,
      Function<Fields, CompletionStage<io.denizen.domain.identity.Identity>> handler) {
    Answers.send(observer, () -> handler.apply(new Fields()).thenApply(IdentityMessages::message));
  }
}
