package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Roles above all applications: they count in each of them. What they may do is seeded with the
 * schema, and changed by nobody.
 */
public enum SystemRole {
  /** Every identity has it. */
  USER(true),
  /** Whoever proved to read mail at their address has it, as long as that is their address. */
  EMAIL_VERIFIED(true),
  /** Whoever is called when somebody is locked out. */
  TRUSTED_CONTACT(false),
  /** May do everything, everywhere. */
  ADMIN(false);

  private final boolean derived;

  SystemRole(boolean derived) {
    this.derived = derived;
  }

  /**
   * The role of this slug.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link InvalidValue} if there is none
   */
  public static SystemRole of(Slug slug) {
    return find(slug).orElseThrow(() -> new InvalidValue("must be a system role").asException());
  }

  /** The role of this slug; none if it is one that only a newer release knows. */
  public static Optional<SystemRole> find(Slug slug) {
    return Stream.of(values()).filter(role -> role.slug().equals(slug)).findFirst();
  }

  /** Whether it follows from what is known of an identity, and so is assigned to nobody. */
  public boolean isDerived() {
    return derived;
  }

  public Slug slug() {
    return new Slug(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Gives this back if it can be assigned. Refused with {@link InvalidValue}. */
  public SystemRole requireAssignable() {
    InvalidValue.unless(
        !derived,
        "must be a role that can be assigned: user is everybody's, and email-verified follows from the address");
    return this;
  }
}
