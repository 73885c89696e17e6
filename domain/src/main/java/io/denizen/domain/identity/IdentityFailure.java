package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;

/** Why something about an identity was refused. */
public sealed interface IdentityFailure extends Failure {

  /** There is no such identity, or it is deleted. */
  record NotFound(IdentityId id) implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "IDENTITY_NOT_FOUND",
              "There is no identity " + Identity.name(id) + ", or it is deleted.")
          .with("resource", Identity.name(id));
    }
  }

  /** A suspended identity cannot sign in. */
  record Suspended(IdentityId id) implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION, "IDENTITY_SUSPENDED", Identity.name(id) + " is suspended.")
          .with("resource", Identity.name(id));
    }
  }

  /** No live identity has the email address or slug that was looked for. */
  record NoneWith(String field) implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND, "IDENTITY_NOT_FOUND", "No live identity has this " + field + ".")
          .with("field", field);
    }
  }

  /** A person needs an email address. */
  record EmailMissing() implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(Kind.INVALID, "INVALID_FIELD", "is required for a PERSON")
          .with("field", "identity.email");
    }
  }

  /** Another live identity has this email address. */
  record EmailTaken() implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS, "EMAIL_TAKEN", "Another identity has this email address.");
    }
  }

  /** Another live identity has this slug. */
  record SlugTaken() implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(Kind.ALREADY_EXISTS, "SLUG_TAKEN", "Another identity has this slug.");
    }
  }

  /** Delete without force of an identity that still has memberships (AIP-135). */
  record HasMemberships(IdentityId id) implements IdentityFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "HAS_LIVE_CHILDREN",
              Identity.name(id) + " has memberships. Delete them first, or set force.")
          .with("resource", Identity.name(id));
    }
  }
}
