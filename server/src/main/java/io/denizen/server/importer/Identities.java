package io.denizen.server.importer;

import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.concurrent.CompletableFuture;

/** Brings identities to what the file says of them. */
final class Identities {

  private final Rpc rpc;

  Identities(Rpc rpc) {
    this.rpc = rpc;
  }

  CompletableFuture<Settled> settle(Line.Identity line) {
    Identity wanted =
        Identity.newBuilder()
            .setSlug(line.slug())
            .setEmail(Settled.orElse(line.email(), ""))
            .setDisplayName(Settled.orElse(line.displayName(), line.slug()))
            .setKind(
                "SERVICE".equals(line.kind())
                    ? Identity.Kind.KIND_SERVICE
                    : Identity.Kind.KIND_PERSON)
            .build();
    return Rpc.orNone(
            rpc.call(
                IdentityServiceGrpc.getLookupIdentityMethod(),
                LookupIdentityRequest.newBuilder().setSlug(line.slug()).build()))
        .thenCompose(found -> found.isEmpty() ? create(wanted) : update(found.get(), wanted));
  }

  private CompletableFuture<Settled> create(Identity wanted) {
    return rpc.call(
            IdentityServiceGrpc.getCreateIdentityMethod(),
            CreateIdentityRequest.newBuilder()
                .setIdentity(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(created -> new Settled(created.getName(), Outcome.CREATED));
  }

  private CompletableFuture<Settled> update(Identity current, Identity wanted) {
    Identity merged =
        current.toBuilder()
            .setEmail(wanted.getEmail())
            .setDisplayName(wanted.getDisplayName())
            .setKind(wanted.getKind())
            .build();
    if (merged.equals(current)) {
      return Settled.unchanged(current.getName());
    }
    return rpc.call(
            IdentityServiceGrpc.getUpdateIdentityMethod(),
            UpdateIdentityRequest.newBuilder()
                .setIdentity(merged)
                .setUpdateMask(Settled.mask("email", "display_name", "kind"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }
}
