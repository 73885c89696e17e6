package io.denizen.application.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/** Who accepts an invitation. */
public sealed interface Acceptor {

  /** Somebody who is known, by whatever address: people have several. */
  record Known(IdentityId id) implements Acceptor {}

  /** Somebody who is not, and becomes a person with the address that the token was sent to. */
  record Newcomer(@Nullable Slug slug, DisplayName displayName) implements Acceptor {}
}
