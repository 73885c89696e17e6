package io.denizen.domain.membership;

import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Slug;

/**
 * What a caller may say about an application.
 *
 * @param slug unique among live applications
 */
public record ApplicationDetails(Slug slug, DisplayName displayName, Description description) {

  public ApplicationDetails withSlug(Slug newSlug) {
    return new ApplicationDetails(newSlug, displayName, description);
  }

  public ApplicationDetails withDisplayName(DisplayName newDisplayName) {
    return new ApplicationDetails(slug, newDisplayName, description);
  }

  public ApplicationDetails withDescription(Description newDescription) {
    return new ApplicationDetails(slug, displayName, newDescription);
  }
}
