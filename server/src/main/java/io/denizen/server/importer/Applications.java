package io.denizen.server.importer;

import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.ApplicationServiceGrpc;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.concurrent.CompletableFuture;

/** Brings applications to what the file says of them. */
final class Applications {

  private final Rpc rpc;

  Applications(Rpc rpc) {
    this.rpc = rpc;
  }

  CompletableFuture<Settled> settle(Line.Application line) {
    Application wanted =
        Application.newBuilder()
            .setSlug(line.slug())
            .setDisplayName(Settled.orElse(line.displayName(), line.slug()))
            .setDescription(Settled.orElse(line.description(), ""))
            .build();
    return rpc.call(
            ApplicationServiceGrpc.getListApplicationsMethod(),
            ListApplicationsRequest.newBuilder()
                .setFilter("slug = \"" + line.slug() + "\"")
                .build())
        .thenCompose(
            found ->
                found.getApplicationsCount() == 0
                    ? create(wanted)
                    : update(found.getApplications(0), line));
  }

  private CompletableFuture<Settled> create(Application wanted) {
    return rpc.call(
            ApplicationServiceGrpc.getCreateApplicationMethod(),
            CreateApplicationRequest.newBuilder()
                .setApplication(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(created -> new Settled(created.getName(), Outcome.CREATED));
  }

  private CompletableFuture<Settled> update(Application current, Line.Application line) {
    Application merged =
        current.toBuilder()
            .setDisplayName(Settled.orElse(line.displayName(), current.getDisplayName()))
            .setDescription(Settled.orElse(line.description(), current.getDescription()))
            .build();
    if (merged.equals(current)) {
      return Settled.unchanged(current.getName());
    }
    return rpc.call(
            ApplicationServiceGrpc.getUpdateApplicationMethod(),
            UpdateApplicationRequest.newBuilder()
                .setApplication(merged)
                .setUpdateMask(Settled.mask("display_name", "description"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }
}
