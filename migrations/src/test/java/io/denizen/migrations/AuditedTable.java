package io.denizen.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The tables whose every change must be audited. */
enum AuditedTable {
  IDENTITIES,
  PROFILES,
  PREFERENCES,
  APPLICATIONS,
  TEAMS,
  ROLES,
  MEMBERSHIPS,
  ROLE_ASSIGNMENTS,
  INVITATIONS,
  EXTERNAL_LOGINS,
  DEVICES,
  SESSIONS,
  REFRESH_TOKENS,
  CREDENTIALS,
  VERIFICATION_TOKENS;

  private static final Set<AuditedTable> OF_IDENTITIES =
      EnumSet.of(
          PROFILES,
          PREFERENCES,
          MEMBERSHIPS,
          ROLE_ASSIGNMENTS,
          EXTERNAL_LOGINS,
          DEVICES,
          SESSIONS,
          REFRESH_TOKENS,
          CREDENTIALS,
          VERIFICATION_TOKENS);

  /** Writes the parents that the inserted row of this id has. */
  void addParents(Connection connection, UUID id) throws SQLException {
    UUID parent = parentOf(id);
    if (this == TEAMS || this == ROLES || this == MEMBERSHIPS || this == INVITATIONS) {
      TestDatabase.execute(connection, Rows.audited(parent, 1, Rows.application(parent)));
    }
    if (OF_IDENTITIES.contains(this)) {
      TestDatabase.execute(connection, Rows.audited(parent, 1, Rows.identity(parent)));
    }
    if (this == REFRESH_TOKENS) {
      TestDatabase.execute(connection, Rows.audited(parent, 1, Rows.session(parent, parent)));
    }
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  String insert(UUID id) {
    return switch (this) {
      case IDENTITIES -> Rows.identity(id);
      case PROFILES -> Rows.profile(id, parentOf(id));
      case PREFERENCES -> Rows.preferences(id, parentOf(id));
      case APPLICATIONS -> Rows.application(id);
      case TEAMS -> Rows.team(id, parentOf(id));
      case ROLES -> Rows.role(id, parentOf(id), id.toString(), "");
      case MEMBERSHIPS -> Rows.membership(id, parentOf(id), parentOf(id));
      case ROLE_ASSIGNMENTS -> Rows.roleAssignment(id, parentOf(id), "admin");
      case INVITATIONS -> Rows.invitation(id, parentOf(id));
      case EXTERNAL_LOGINS -> Rows.externalLogin(id, parentOf(id));
      case DEVICES -> Rows.device(id, parentOf(id));
      case SESSIONS -> Rows.session(id, parentOf(id));
      case REFRESH_TOKENS -> Rows.refreshToken(id, parentOf(id), parentOf(id));
      case CREDENTIALS -> Rows.credential(id, parentOf(id));
      case VERIFICATION_TOKENS -> Rows.verificationToken(id, parentOf(id));
    };
  }

  private static UUID parentOf(UUID id) {
    return new UUID(~id.getMostSignificantBits(), id.getLeastSignificantBits());
  }
}
