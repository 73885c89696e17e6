package io.denizen.server.importer;

import com.google.protobuf.Struct;
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
 * <p>Who has the address is who is meant, if the other system has seen that it is theirs: anybody
 * can sign up there with the address of somebody else, whose identity must get neither their
 * password nor their logins. Who has only the slug may be somebody else of that name, to whom the
 * import must give neither an address nor a password. In both cases it is the same user all the
 * same if an earlier import noted so.
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
    if (byEmail.isPresent() && bySlug.isPresent() && !byEmail.equals(bySlug)) {
      return CompletableFuture.failedFuture(
          taken(
              bySlug.get(),
              "has the user name as its slug, and " + byEmail.get().getName() + " the address"));
    }
    if (byEmail.isPresent()) {
      return line.emailVerified()
          ? CompletableFuture.completedFuture(byEmail)
          : noted(byEmail.get())
              .thenApply(
                  noted ->
                      require(
                          hasId(noted, line) || hasName(noted, line),
                          byEmail,
                          "has the address, of which the other system has seen no proof"));
    }
    if (bySlug.isEmpty() || line.email() == null || bySlug.get().getEmail().isEmpty()) {
      return CompletableFuture.completedFuture(bySlug);
    }
    return noted(bySlug.get())
        .thenApply(
            noted ->
                require(
                    hasId(noted, line),
                    bySlug,
                    "has the user name as its slug, but another address"));
  }

  /** What an earlier import noted of who that is in the other system. */
  private CompletableFuture<Struct> noted(Identity identity) {
    return rpc.call(
            PreferencesServiceGrpc.getGetPreferencesMethod(),
            GetPreferencesRequest.newBuilder().setName(identity.getName() + "/preferences").build())
        .thenApply(
            preferences ->
                preferences
                    .getSettings()
                    .getFieldsOrDefault(Line.KEYCLOAK, Value.getDefaultInstance())
                    .getStructValue());
  }

  private static boolean hasId(Struct noted, Line.User line) {
    return line.foreignId() != null && line.foreignId().equals(text(noted, Line.KEYCLOAK_ID));
  }

  /** What somebody wrote by hand has no ids, and nobody can sign up in it. */
  private static boolean hasName(Struct noted, Line.User line) {
    return line.foreignId() == null
        && text(noted, Line.KEYCLOAK_ID).isEmpty()
        && line.foreignName().equals(text(noted, Line.KEYCLOAK_NAME));
  }

  private static String text(Struct noted, String key) {
    return noted.getFieldsOrDefault(key, Value.getDefaultInstance()).getStringValue();
  }

  private static Optional<Identity> require(boolean same, Optional<Identity> found, String why) {
    if (!same) {
      throw taken(found.orElseThrow(), why);
    }
    return found;
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
