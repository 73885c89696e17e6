package io.denizen.domain.membership;

import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may say about a team.
 *
 * @param parent the team of the same application that it is inside; null at the top level
 * @param slug unique among the live teams of the application
 */
public record TeamDetails(
    @Nullable TeamId parent, Slug slug, DisplayName displayName, Description description) {

  public TeamDetails withParent(@Nullable TeamId newParent) {
    return new TeamDetails(newParent, slug, displayName, description);
  }

  public TeamDetails withSlug(Slug newSlug) {
    return new TeamDetails(parent, newSlug, displayName, description);
  }

  public TeamDetails withDisplayName(DisplayName newDisplayName) {
    return new TeamDetails(parent, slug, newDisplayName, description);
  }

  public TeamDetails withDescription(Description newDescription) {
    return new TeamDetails(parent, slug, displayName, newDescription);
  }
}
