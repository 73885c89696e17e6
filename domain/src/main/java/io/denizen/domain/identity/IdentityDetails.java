package io.denizen.domain.identity;

import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may say about an identity.
 *
 * @param email unique among live identities whatever its case; null only for a {@link
 *     IdentityKind#SERVICE}
 * @param slug unique among live identities; null if it has none
 */
public record IdentityDetails(
    @Nullable EmailAddress email, @Nullable Slug slug, DisplayName displayName) {

  public IdentityDetails withEmail(@Nullable EmailAddress newEmail) {
    return new IdentityDetails(newEmail, slug, displayName);
  }

  public IdentityDetails withSlug(@Nullable Slug newSlug) {
    return new IdentityDetails(email, newSlug, displayName);
  }

  public IdentityDetails withDisplayName(DisplayName newDisplayName) {
    return new IdentityDetails(email, slug, newDisplayName);
  }
}
