package io.denizen.domain.membership;

/**
 * Somebody who owns the application or team where they belong: their membership is active, does not
 * expire, and has a role that makes owners.
 *
 * @param role the one that makes them one, or one of several
 */
public record Owner(Membership membership, Role role) {

  public Place place() {
    return Place.of(membership);
  }
}
