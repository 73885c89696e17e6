package io.denizen.domain.membership;

/** Why access is granted, or why not: then the first of these that is true. */
public enum AccessReason {
  GRANTED,
  /** There is no such identity, or it is deleted. */
  IDENTITY_NOT_FOUND,
  IDENTITY_SUSPENDED,
  /** There is no such application, or it is deleted. */
  APPLICATION_NOT_FOUND,
  /** There is no such team in the application, or it is deleted. */
  TEAM_NOT_FOUND,
  /** There is no membership in the application, nor in any of its teams. */
  NOT_A_MEMBER,
  /** A membership would grant it, but not now. */
  MEMBERSHIP_NOT_ACTIVE,
  /** No role that reaches the place covers the permission. */
  PERMISSION_NOT_GRANTED
}
