package io.denizen.domain.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The sessions, for reading. Deleted ones are left out unless a method says that it includes them.
 * A session of another identity than the one that is asked for is not found.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Sessions extends SignIns<Session>, IdentityParts<Session> {

  CompletionStage<Optional<Session>> byId(IdentityId identityId, SessionId id);

  CompletionStage<Optional<Session>> byIdIncludingDeleted(IdentityId identityId, SessionId id);

  /**
   * What a token is of, consumed or not; unless its session or identity is deleted, or the identity
   * not active.
   */
  CompletionStage<Optional<PresentedToken>> byToken(RefreshTokenHash hash);

  /** Those that are not revoked; expired ones may be among them until they are deleted. */
  @Override
  CompletionStage<List<Session>> openOf(IdentityId identityId);

  /** How many of an identity are not revoked and not expired; counts no further than the limit. */
  CompletionStage<Integer> countOpen(IdentityId identityId, Instant now, int limit);

  /** How many of an identity there are, ended ones too; counts no further than the limit. */
  CompletionStage<Integer> countLive(IdentityId identityId, int limit);

  /** Those that came from a device, revoked and expired ones too. */
  CompletionStage<List<Session>> ofDevice(DeviceId deviceId);

  /**
   * Some that are over.
   *
   * @param expired those that expired then or earlier
   * @param revoked those that were revoked then or earlier
   */
  CompletionStage<List<Session>> over(Instant expired, Instant revoked, int limit);

  CompletionStage<Page<Session>> list(SessionQuery query, PageRequest page);
}
