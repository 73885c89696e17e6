package io.denizen.domain.membership;

import io.denizen.domain.shared.Cursor;
import java.util.List;

/**
 * A member who may do something.
 *
 * @param grants by which of the membership's roles; not empty
 */
public record MemberAccess(Membership membership, List<Grant> grants) {

  public MemberAccess {
    grants = List.copyOf(grants);
  }

  public static Cursor cursor(MemberAccess access) {
    return Cursor.at(access.membership.id());
  }
}
