package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about a membership was refused. */
public sealed interface MembershipFailure extends Failure {

  /** There is no such membership in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "MEMBERSHIP_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no membership " + Membership.name(applicationId, id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Membership.name(applicationId, id).value());
    }
  }

  /** What has an owner would be left without one. */
  record LastOwner(Place place) implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "LAST_OWNER";
    }

    @Override
    public String message() {
      return place.name() + " would be left without an owner. Let somebody else own it first.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", place.name().value());
    }
  }

  /** The identity has a live membership of this application or team. */
  record Exists() implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "MEMBERSHIP_EXISTS";
    }

    @Override
    public String message() {
      return "The identity has a membership there already.";
    }
  }

  /** The end that was given is past. */
  record AlreadyOver() implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String reason() {
      return "INVALID_FIELD";
    }

    @Override
    public String message() {
      return "must be in the future";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("field", "membership.expire_time");
    }
  }

  /** Somebody accepted an invitation to where their membership is suspended. */
  record Suspended(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "MEMBERSHIP_SUSPENDED";
    }

    @Override
    public String message() {
      return Membership.name(applicationId, id) + " is suspended. Have it activated first.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Membership.name(applicationId, id).value());
    }
  }

  /** Undelete of a membership whose time is over. */
  record Expired(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "MEMBERSHIP_EXPIRED";
    }

    @Override
    public String message() {
      return "The time of " + Membership.name(applicationId, id) + " is over. Create another one.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Membership.name(applicationId, id).value());
    }
  }

  /** Undelete of a membership that is live (AIP-164). */
  record NotDeleted(ApplicationId applicationId, MembershipId id) implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "NOT_DELETED";
    }

    @Override
    public String message() {
      return Membership.name(applicationId, id) + " is not deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Membership.name(applicationId, id).value());
    }
  }

  /** Undelete of a membership whose application, team or identity is deleted. */
  record ParentDeleted(ApplicationId applicationId, MembershipId id, ResourceName parent)
      implements MembershipFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "PARENT_DELETED";
    }

    @Override
    public String message() {
      return Membership.name(applicationId, id)
          + " needs "
          + parent
          + ", which is deleted. Undelete that first.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of(
          "resource", Membership.name(applicationId, id).value(), "parent", parent.value());
    }
  }
}
