package io.denizen.server.importer;

import com.google.protobuf.Value;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Identity.Kind;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.PreferencesServiceGrpc;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds users of another system among the identities that are there.
 *
 * <p>Who has the address is who is meant. Who has only the slug may be somebody else of that name,
 * to whom the import must give neither an address nor a password; unless an earlier import noted
 * that it is the same user, whose address has changed since.
 */
final class KnownUsers {

  private final Rpc rpc;

  KnownUsers(Rpc rpc) {
    this.rpc = rpc;
  }

  /** Fails if it cannot be told who is meant. */
  CompletableFuture<Optional<Identity>> find(Line.User line) {
    return lookup(line.email(), LookupIdentityRequest.newBuilder()::setEmail)
        .thenCompose(
            byEmail ->
                lookup(line.slug(), LookupIdentityRequest.newBuilder()::setSlug)
                    .thenCompose(bySlug -> choose(line, byEmail, bySlug)))
        .thenApply(found -> found.map(identity -> ofKind(line.kind(), identity)));
  }

  private CompletableFuture<Optional<Identity>> choose(
      Line.User line, Optional<Identity> byEmail, Optional<Identity> bySlug) {
    if (bySlug.isEmpty() || byEmail.equals(bySlug)) {
      return CompletableFuture.completedFuture(byEmail);
    }
    if (byEmail.isPresent()) {
      return CompletableFuture.failedFuture(
          taken(
              bySlug.get(),
              "has the user name as its slug, and " + byEmail.get().getName() + " the address"));
    }
    if (line.email() == null || bySlug.get().getEmail().isEmpty()) {
      return CompletableFuture.completedFuture(bySlug);
    }
    return isSame(bySlug.get(), line)
        .thenApply(
            same -> {
              if (!same) {
                throw taken(bySlug.get(), "has the user name as its slug, but another address");
              }
              return bySlug;
            });
  }

  private CompletableFuture<Boolean> isSame(Identity identity, Line.User line) {
    return rpc.call(
            PreferencesServiceGrpc.getGetPreferencesMethod(),
            GetPreferencesRequest.newBuilder().setName(identity.getName() + "/preferences").build())
        .thenApply(
            preferences ->
                preferences
                    .getSettings()
                    .getFieldsOrDefault(Line.KEYCLOAK, Value.getDefaultInstance())
                    .getStructValue()
                    .getFieldsOrDefault(Line.KEYCLOAK_ID, Value.getDefaultInstance())
                    .getStringValue())
        .thenApply(id -> !id.isEmpty() && id.equals(line.foreignId()));
  }

  private static Identity ofKind(Kind wanted, Identity identity) {
    if (identity.getKind() != wanted) {
      throw taken(identity, "is that already, but of " + identity.getKind());
    }
    return identity;
  }

  private static RuntimeException taken(Identity identity, String why) {
    return Status.ALREADY_EXISTS
        .withDescription(identity.getName() + " " + why)
        .asRuntimeException();
  }

  private CompletableFuture<Optional<Identity>> lookup(
      @Nullable String key, Function<String, LookupIdentityRequest.Builder> request) {
    return key == null
        ? CompletableFuture.completedFuture(Optional.empty())
        : Rpc.orNone(
            rpc.call(IdentityServiceGrpc.getLookupIdentityMethod(), request.apply(key).build()));
  }
}
