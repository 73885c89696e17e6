package io.denizen.domain.membership;

import java.util.List;

/**
 * Whether someone may do something somewhere, and why.
 *
 * @param grants each way by which they may; empty unless {@link AccessReason#GRANTED}
 */
public record AccessAnswer(AccessReason reason, List<Grant> grants) {

  public AccessAnswer {
    grants = List.copyOf(grants);
    if ((reason == AccessReason.GRANTED) == grants.isEmpty()) {
      throw new IllegalArgumentException("what is granted is granted by something");
    }
  }

  static AccessAnswer granted(List<Grant> grants) {
    return new AccessAnswer(AccessReason.GRANTED, grants);
  }

  static AccessAnswer denied(AccessReason reason) {
    return new AccessAnswer(reason, List.of());
  }

  public boolean isAllowed() {
    return reason == AccessReason.GRANTED;
  }
}
