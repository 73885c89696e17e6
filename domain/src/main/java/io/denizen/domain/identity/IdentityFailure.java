package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about an identity was refused. */
public sealed interface IdentityFailure extends Failure {

  /** There is no such identity, or it is deleted. */
  record NotFound(IdentityId id) implements IdentityFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "IDENTITY_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no identity " + Identity.name(id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Identity.name(id).value());
    }
  }

  /** A suspended identity cannot sign in. */
  record Suspended(IdentityId id) implements IdentityFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "IDENTITY_SUSPENDED";
    }

    @Override
    public String message() {
      return Identity.name(id) + " is suspended.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Identity.name(id).value());
    }
  }

  /** No live identity has the email address or slug that was looked for. */
  record NoneWith(String field) implements IdentityFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "IDENTITY_NOT_FOUND";
    }

    @Override
    public String message() {
      return "No live identity has this " + field + ".";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("field", field);
    }
  }

  /** A person needs an email address. */
  record EmailMissing() implements IdentityFailure {
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
      return "is required for a PERSON";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("field", "identity.email");
    }
  }

  /** Another live identity has this email address. */
  record EmailTaken() implements IdentityFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "EMAIL_TAKEN";
    }

    @Override
    public String message() {
      return "Another identity has this email address.";
    }
  }

  /** Another live identity has this slug. */
  record SlugTaken() implements IdentityFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "SLUG_TAKEN";
    }

    @Override
    public String message() {
      return "Another identity has this slug.";
    }
  }

  /** Undelete of an identity that is live (AIP-164). */
  record NotDeleted(IdentityId id) implements IdentityFailure {
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
      return Identity.name(id) + " is not deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Identity.name(id).value());
    }
  }

  /** Delete without force of an identity that still has memberships (AIP-135). */
  record HasMemberships(IdentityId id) implements IdentityFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "HAS_LIVE_CHILDREN";
    }

    @Override
    public String message() {
      return Identity.name(id) + " has memberships. Delete them first, or set force.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Identity.name(id).value());
    }
  }
}
