package io.denizen.domain.identity;

/** What an identity stands for. */
public enum IdentityKind {
  /** A human being, who can be reached by email. */
  PERSON,
  /** A program. */
  SERVICE
}
