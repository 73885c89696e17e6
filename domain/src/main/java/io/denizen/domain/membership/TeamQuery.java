package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Which teams of one application, in which order. What is null does not restrict.
 *
 * @param parent the team that they are directly inside; null if {@code topLevelOnly}
 * @param topLevelOnly only those that are inside no other
 */
public record TeamQuery(
    ApplicationId applicationId,
    @Nullable Slug slug,
    @Nullable TeamId parent,
    boolean topLevelOnly,
    Order order,
    boolean descending,
    boolean includingDeleted) {

  public TeamQuery {
    if (topLevelOnly && parent != null) {
      throw new IllegalArgumentException("what is at the top level has no parent");
    }
  }

  /** All live teams of an application, oldest first. */
  public static TeamQuery all(ApplicationId applicationId) {
    return new TeamQuery(applicationId, null, null, false, Order.CREATE_TIME, false, false);
  }

  public Cursor cursor(Team team) {
    return switch (order) {
      case CREATE_TIME -> Cursor.at(team.id());
      case SLUG -> Cursor.at(team.details().slug().value(), team.id());
    };
  }

  /** What a list can be ordered by. */
  public enum Order {
    /** By id, which is UUIDv7 and so increases with the time of creation. */
    CREATE_TIME,
    /** By ASCII code. */
    SLUG
  }
}
