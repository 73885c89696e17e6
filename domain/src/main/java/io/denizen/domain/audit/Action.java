package io.denizen.domain.audit;

import io.denizen.domain.shared.InvalidValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was done, as {@code noun.verb_in_the_past}: {@code identity.created}, {@code
 * payment.refund_requested}. Two or more words of {@code a-z 0-9 _} joined by dots, up to 100
 * characters.
 */
public record Action(String value) {

  /** Nouns that only Denizen's own changes use, so that nobody can pretend one. */
  public static final Set<String> RESERVED =
      Set.of(
          "identity",
          "external_login",
          "profile",
          "preferences",
          "application",
          "team",
          "membership",
          "invitation",
          "role",
          "role_assignment",
          "device",
          "session",
          "refresh_token",
          "credential",
          "verification_token",
          "audit");

  private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+");

  public Action {
    if (value.length() > 100 || !VALID.matcher(value).matches()) {
      throw new InvalidValue(
              "must be words of a-z, 0-9 and '_' joined by dots, such as payment.created, at most 100 characters")
          .asException();
    }
  }

  /** Whether only Denizen itself may record this. */
  public boolean isReserved() {
    return RESERVED.contains(value.substring(0, value.indexOf('.')));
  }

  @Override
  public String toString() {
    return value;
  }
}
