package io.denizen.application.identity;

import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.identity.SingletonParts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part that each identity has, whether or not somebody has written it yet (AIP-156).
 *
 * @param name of the identity's
 */
record Singleton<P extends IdentityPart>(
    Identities identities, SingletonParts<P> parts, Function<IdentityId, ResourceName> name) {

  /** Version 0 is what nobody has written. */
  private static final Long UNWRITTEN = 0L;

  /**
   * The part; empty if nobody has written it yet. Fails with {@link IdentityFailure.NotFound}. What
   * is there shows that its identity is, so that is looked for only where nothing is.
   */
  CompletionStage<Optional<P>> of(IdentityId id) {
    return parts
        .byIdentity(id)
        .thenCompose(
            found -> found.isPresent() ? CompletableFuture.completedStage(found) : unwritten(id));
  }

  /**
   * As {@link #of(IdentityId)}. Fails with {@link StaleVersion} if it is another version.
   *
   * @param version null if the caller does not say what it saw
   */
  CompletionStage<Optional<P>> of(IdentityId id, @Nullable Long version) {
    return of(id).thenApply(found -> expected(id, version, found));
  }

  private CompletionStage<Optional<P>> unwritten(IdentityId id) {
    return Found.or(identities.byId(id), () -> new IdentityFailure.NotFound(id))
        .thenApply(identity -> Optional.empty());
  }

  private Optional<P> expected(IdentityId id, @Nullable Long version, Optional<P> found) {
    if (found.isEmpty() && version != null && !version.equals(UNWRITTEN)) {
      throw new StaleVersion(name.apply(id)).asException();
    }
    return found.map(part -> Expected.version(version, part));
  }
}
