package io.denizen.domain.membership;

import io.denizen.domain.shared.Cursor;
import java.util.List;

/**
 * An application that someone belongs to.
 *
 * @param memberships theirs in the application and in its teams that are in effect, by id; not
 *     empty
 */
public record Belonging(Application application, List<Membership> memberships) {

  public Belonging {
    memberships = List.copyOf(memberships);
  }

  public static Cursor cursor(Belonging belonging) {
    return Cursor.at(belonging.application.id());
  }
}
