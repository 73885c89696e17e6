package io.denizen.server.importer;

import io.denizen.credential.v1.Credential;
import io.denizen.credential.v1.CredentialServiceGrpc;
import io.denizen.credential.v1.GetCredentialRequest;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.KeycloakCredential;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gives passwords to identities that have none. Whoever has one keeps it: it is at least as new as
 * what another system knew, and may have been hashed anew or changed since.
 */
final class Passwords {

  private final Rpc rpc;
  private CompletionStage<?> previous = CompletableFuture.completedFuture("");

  Passwords(Rpc rpc) {
    this.rpc = rpc;
  }

  CompletionStage<Settled> settle(String identity, Line.Password line) {
    String name = identity + "/credential";
    return Rpc.orNone(
            rpc.call(
                CredentialServiceGrpc.getGetCredentialMethod(),
                GetCredentialRequest.newBuilder().setName(name).build()))
        // In a rehearsal, who is not there yet has an empty one.
        .thenApply(found -> found.filter(credential -> !credential.getName().isEmpty()))
        .thenCompose(
            found -> found.isPresent() ? Settled.unchanged(name) : give(identity, name, line));
  }

  private CompletionStage<Settled> give(String identity, String name, Line.Password line) {
    CompletionStage<Credential> given =
        line.hash() == null
            ? set(identity, Settled.orElse(line.text(), ""))
            : keep(identity, line.hash());
    return given.thenApply(credential -> new Settled(name, Outcome.CREATED));
  }

  private CompletableFuture<Credential> keep(String identity, KeycloakCredential hash) {
    return rpc.call(
        CredentialServiceGrpc.getImportPasswordHashMethod(),
        ImportPasswordHashRequest.newBuilder()
            .setIdentity(identity)
            .setKeycloak(hash)
            .setRequestId(Rpc.newRequestId())
            .build());
  }

  /** One after the other, so that they do not crowd those who sign in out of the hashing. */
  private synchronized CompletionStage<Credential> set(String identity, String password) {
    CompletionStage<Credential> next =
        previous.thenCompose(
            done ->
                rpc.call(
                    CredentialServiceGrpc.getSetPasswordMethod(),
                    SetPasswordRequest.newBuilder()
                        .setIdentity(identity)
                        .setPassword(password)
                        .setRequestId(Rpc.newRequestId())
                        .build()));
    previous = next.handle((credential, failure) -> "");
    return next;
  }
}
