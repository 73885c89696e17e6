package io.denizen.testkit.identity;

import io.denizen.domain.audit.Change;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes of identities, to be committed by tests. */
public final class IdentityChanges {

  private IdentityChanges() {}

  /** An edit that does change something. */
  public static Function<Occasion, Change<Identity>> edit(
      Identity identity, UnaryOperator<IdentityDetails> edit) {
    return occasion ->
        Change.updated(
            identity,
            identity.update(current -> edit.apply(current.details()), occasion).outcome());
  }

  /** The identity with another display name. */
  public static Function<Occasion, Change<Identity>> rename(Identity identity) {
    return edit(
        identity, details -> details.withDisplayName(new DisplayName(details.displayName() + "+")));
  }

  /** What no use case does yet but storage must keep. */
  static Change<Identity> with(
      Identity identity, IdentityState state, boolean emailVerified, Occasion occasion) {
    return Change.updated(
        identity,
        new Identity(
            identity.id(),
            identity.kind(),
            identity.details(),
            state,
            emailVerified,
            identity.lastLoginTime(),
            identity.lifecycle().changed(occasion)));
  }

  public static EmailAddress email(Identity identity) {
    return Objects.requireNonNull(identity.details().email());
  }

  public static Slug slug(Identity identity) {
    return Objects.requireNonNull(identity.details().slug());
  }
}
