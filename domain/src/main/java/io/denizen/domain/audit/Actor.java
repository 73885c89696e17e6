package io.denizen.domain.audit;

import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.InvalidValue;

/**
 * Who acts, as a resource name ({@code identities/…}, {@code services/importer}) or {@code
 * anonymous}: 1 to 200 visible ASCII characters.
 */
public record Actor(String value) {

  public static final Actor ANONYMOUS = new Actor("anonymous");

  public Actor {
    if (!Ascii.isVisible(value, 200)) {
      throw new InvalidValue("must be 1 to 200 visible ASCII characters").asException();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
