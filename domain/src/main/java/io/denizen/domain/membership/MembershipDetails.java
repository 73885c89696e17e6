package io.denizen.domain.membership;

/**
 * What a caller may say about a membership, and change.
 *
 * @param roles what they are there
 * @param validity when they are; outside it the membership grants nothing
 */
public record MembershipDetails(RoleSlugs roles, ValidityPeriod validity) {

  /** Roles without an end. */
  public static MembershipDetails of(RoleSlugs roles) {
    return new MembershipDetails(roles, ValidityPeriod.UNLIMITED);
  }

  public MembershipDetails withRoles(RoleSlugs newRoles) {
    return new MembershipDetails(newRoles, validity);
  }
}
