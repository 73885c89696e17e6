package io.denizen.server.importer;

import io.denizen.credential.v1.ConfirmVerificationTokenRequest;
import io.denizen.credential.v1.CredentialServiceGrpc;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.IssueVerificationTokenResponse;
import io.denizen.credential.v1.Purpose;
import io.denizen.identity.v1.ActivateIdentityRequest;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.server.importer.Tally.Outcome;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;

/** Brings identities to what another system says of its users. */
final class Users {

  private final Rpc rpc;
  private final KnownUsers known;

  Users(Rpc rpc) {
    this.rpc = rpc;
    this.known = new KnownUsers(rpc);
  }

  CompletableFuture<Settled> settle(Line.User line) {
    return known
        .find(line)
        .thenCompose(found -> found.isEmpty() ? create(line) : update(found.get(), line))
        .thenCompose(written -> verify(written, line))
        .thenCompose(written -> suspendOrActivate(written, line))
        .thenApply(written -> new Settled(written.identity().getName(), written.outcome()));
  }

  private CompletableFuture<Written> create(Line.User line) {
    Identity wanted =
        Identity.newBuilder()
            .setSlug(Settled.orElse(line.slug(), ""))
            .setEmail(Settled.orElse(line.email(), ""))
            .setDisplayName(line.displayName())
            .setKind(line.kind())
            .build();
    return rpc.call(
            IdentityServiceGrpc.getCreateIdentityMethod(),
            CreateIdentityRequest.newBuilder()
                .setIdentity(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(created -> new Written(created, Outcome.CREATED));
  }

  private CompletableFuture<Written> update(Identity current, Line.User line) {
    Identity merged =
        current.toBuilder()
            .setSlug(Settled.orElse(line.slug(), current.getSlug()))
            .setEmail(Settled.orElse(line.email(), current.getEmail()))
            .setDisplayName(line.displayName())
            .build();
    if (merged.equals(current)) {
      return CompletableFuture.completedFuture(new Written(current, Outcome.UNCHANGED));
    }
    return rpc.call(
            IdentityServiceGrpc.getUpdateIdentityMethod(),
            UpdateIdentityRequest.newBuilder()
                .setIdentity(merged)
                .setUpdateMask(Settled.mask("slug", "email", "display_name"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Written(updated, Outcome.UPDATED));
  }

  /** The other system has seen the proof; what was proved here since stays proved. */
  private CompletableFuture<Written> verify(Written written, Line.User line) {
    if (!line.emailVerified() || written.identity().getEmailVerified()) {
      return CompletableFuture.completedFuture(written);
    }
    String name = written.identity().getName();
    return issue(name)
        // A call that was retried may be answered without the token; the next one has it.
        .thenCompose(
            issued ->
                issued.getToken().isEmpty()
                    ? issue(name)
                    : CompletableFuture.completedFuture(issued))
        .thenCompose(issued -> confirm(issued.getToken()))
        .thenApply(confirmed -> written.changed());
  }

  private CompletableFuture<IssueVerificationTokenResponse> issue(String identity) {
    return rpc.call(
        CredentialServiceGrpc.getIssueVerificationTokenMethod(),
        IssueVerificationTokenRequest.newBuilder()
            .setIdentity(identity)
            .setPurpose(Purpose.PURPOSE_EMAIL)
            .setRequestId(Rpc.newRequestId())
            .build());
  }

  private CompletableFuture<?> confirm(String token) {
    if (rpc.isRehearsal()) {
      return CompletableFuture.completedFuture(token);
    }
    if (token.isEmpty()) {
      return CompletableFuture.failedFuture(
          Status.ABORTED
              .withDescription("got no token by which the address could be verified")
              .asRuntimeException());
    }
    return rpc.call(
        CredentialServiceGrpc.getConfirmVerificationTokenMethod(),
        ConfirmVerificationTokenRequest.newBuilder()
            .setToken(token)
            .setRequestId(Rpc.newRequestId())
            .build());
  }

  private CompletableFuture<Written> suspendOrActivate(Written written, Line.User line) {
    boolean suspended = written.identity().getState() == Identity.State.STATE_SUSPENDED;
    if (line.enabled() == null || line.enabled() != suspended) {
      return CompletableFuture.completedFuture(written);
    }
    String name = written.identity().getName();
    CompletableFuture<Identity> done =
        suspended
            ? rpc.call(
                IdentityServiceGrpc.getActivateIdentityMethod(),
                ActivateIdentityRequest.newBuilder()
                    .setName(name)
                    .setRequestId(Rpc.newRequestId())
                    .build())
            : rpc.call(
                IdentityServiceGrpc.getSuspendIdentityMethod(),
                SuspendIdentityRequest.newBuilder()
                    .setName(name)
                    .setRequestId(Rpc.newRequestId())
                    .build());
    return done.thenApply(answer -> written.changed());
  }

  /** An identity as it was first written, and what has become of it in all. */
  private record Written(Identity identity, Outcome outcome) {

    Written changed() {
      return outcome == Outcome.UNCHANGED ? new Written(identity, Outcome.UPDATED) : this;
    }
  }
}
