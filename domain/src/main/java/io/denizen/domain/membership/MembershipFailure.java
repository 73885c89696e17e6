package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;

/** Why something about a membership was refused. */
public sealed interface MembershipFailure extends Failure {

  /** There is no such membership in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "MEMBERSHIP_NOT_FOUND",
              "There is no membership "
                  + Membership.name(applicationId, id)
                  + ", or it is deleted.")
          .with("resource", Membership.name(applicationId, id));
    }
  }

  /** What has an owner would be left without one. */
  record LastOwner(Place place) implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "LAST_OWNER",
              place.name() + " would be left without an owner. Let somebody else own it first.")
          .with("resource", place.name());
    }
  }

  /** The identity has a live membership of this application or team. */
  record Exists() implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS, "MEMBERSHIP_EXISTS", "The identity has a membership there already.");
    }
  }

  /** The end that was given is past. */
  record AlreadyOver() implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(Kind.INVALID, "INVALID_FIELD", "must be in the future")
          .with("field", "membership.expire_time");
    }
  }

  /** Somebody accepted an invitation to where their membership is suspended. */
  record Suspended(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "MEMBERSHIP_SUSPENDED",
              Membership.name(applicationId, id) + " is suspended. Have it activated first.")
          .with("resource", Membership.name(applicationId, id));
    }
  }

  /** Somebody accepted an invitation, by which they would have more roles than one can. */
  record TooManyRoles(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "TOO_MANY_ROLES",
              Membership.name(applicationId, id)
                  + " would have more than "
                  + RoleSlugs.MAX_SIZE
                  + " roles. Take some from it first.")
          .with("resource", Membership.name(applicationId, id));
    }
  }

  /** Undelete of a membership whose time is over. */
  record Expired(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "MEMBERSHIP_EXPIRED",
              "The time of " + Membership.name(applicationId, id) + " is over. Create another one.")
          .with("resource", Membership.name(applicationId, id));
    }
  }
}
