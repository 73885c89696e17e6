package io.denizen.domain.audit;

import io.denizen.domain.shared.InvalidValue;
import java.util.regex.Pattern;

/**
 * Who acts, as a resource name ({@code identities/…}, {@code services/importer}) or {@code
 * anonymous}: 1 to 200 visible ASCII characters.
 */
public record Actor(String value) {

  private static final Pattern VALID = Pattern.compile("[!-~]{1,200}");

  public static final Actor ANONYMOUS = new Actor("anonymous");

  public Actor {
    if (!VALID.matcher(value).matches()) {
      throw new InvalidValue("must be 1 to 200 visible ASCII characters").asException();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
