package io.denizen.grpc.identity;

import io.denizen.application.identity.ExternalLoginDirectory;
import io.denizen.application.identity.ExternalLoginLinks;
import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.Submissions;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.ExternalLoginServiceGrpc.ExternalLoginServiceImplBase;
import io.denizen.identity.v1.GetExternalLoginRequest;
import io.denizen.identity.v1.LinkExternalLoginRequest;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.ListExternalLoginsResponse;
import io.denizen.identity.v1.UnlinkExternalLoginRequest;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * {@code denizen.identity.v1.ExternalLoginService}: reads the request, starts the use case, maps
 * its outcome.
 */
final class ExternalLoginGrpcService extends ExternalLoginServiceImplBase {

  private final ExternalLoginLinks links;
  private final ExternalLoginDirectory directory;

  ExternalLoginGrpcService(ExternalLoginLinks links, ExternalLoginDirectory directory) {
    this.links = links;
    this.directory = directory;
  }

  @Override
  public void linkExternalLogin(
      LinkExternalLoginRequest request, StreamObserver<ExternalLogin> observer) {
    Answers.send(
        observer,
        ExternalLoginMessages::message,
        fields -> {
          ExternalLogin login = request.getExternalLogin();
          Submission submission = Submissions.read(fields, request);
          IdentityId identity =
              fields.required("parent", request.getParent(), IdentityMessages::id);
          @Nullable EmailAddress email = ExternalLoginMessages.email(fields, login);
          @Nullable DisplayName displayName = ExternalLoginMessages.displayName(fields, login);
          ExternalAccount account =
              ExternalLoginMessages.account(
                  fields, "external_login", login.getProvider(), login.getSubject());
          return fields.read(() -> links.link(submission, identity, account, email, displayName));
        });
  }

  @Override
  public void unlinkExternalLogin(
      UnlinkExternalLoginRequest request, StreamObserver<ExternalLogin> observer) {
    NamedChange.answer(
        request,
        observer,
        ExternalLoginMessages::message,
        ExternalLoginMessages::id,
        (submission, login, version) ->
            links.unlink(submission, login.parent(), login.id(), version));
  }

  @Override
  public void getExternalLogin(
      GetExternalLoginRequest request, StreamObserver<ExternalLogin> observer) {
    Answers.send(
        observer,
        ExternalLoginMessages::message,
        fields -> {
          Nested<IdentityId, ExternalLoginId> login =
              fields.required("name", request.getName(), ExternalLoginMessages::id);
          return fields.read(
              () ->
                  directory.get(
                      Callers.current(), login.parent(), login.id(), request.getShowDeleted()));
        });
  }

  @Override
  public void listExternalLogins(
      ListExternalLoginsRequest request, StreamObserver<ListExternalLoginsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          ExternalLoginQuery query = ExternalLoginMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> ExternalLoginMessages.list(request, found));
        });
  }
}
