package io.denizen.migrations;

import java.util.UUID;

/** SQL as somebody would type it, for rows of the audited tables and for their audit events. */
final class Rows {

  private Rows() {}

  /** A statement preceded by the audit event of the version that it makes. */
  static String audited(UUID id, long version, String statement) {
    return "WITH event AS (" + event(id, version) + ") " + statement;
  }

  static String event(UUID id, long version) {
    return """
        INSERT INTO denizen.audit_events
          (id, change_set_id, actor, action, resource, resource_id, resource_version, occurred_at)
          VALUES (gen_random_uuid(), gen_random_uuid(), 'tests', 'row.changed', 'rows/%1$s', '%1$s',
            %2$d, now())
        """
        .formatted(id, version);
  }

  static String identity(UUID id) {
    return identity(id, id + "@example.org");
  }

  static String identity(UUID id, String emailKey) {
    return """
        INSERT INTO denizen.identities (id, email, email_key, display_name, kind, state,
            email_verified, created_at, updated_at, version)
          VALUES ('%s', '%2$s', '%2$s', 'Someone', 'PERSON', 'ACTIVE', false, now(), now(), 1)
        """
        .formatted(id, emailKey);
  }

  static String profile(UUID id, UUID identity) {
    return """
        INSERT INTO denizen.profiles (id, identity_id, nickname, created_at, updated_at, version)
          VALUES ('%s', '%s', 'Ada', now(), now(), 1)
        """
        .formatted(id, identity);
  }

  static String preferences(UUID id, UUID identity) {
    return """
        INSERT INTO denizen.preferences (id, identity_id, settings, created_at, updated_at, version)
          VALUES ('%s', '%s', '{}', now(), now(), 1)
        """
        .formatted(id, identity);
  }

  static String application(UUID id) {
    return """
        INSERT INTO denizen.applications
            (id, slug, display_name, description, created_at, updated_at, version)
          VALUES ('%1$s', '%1$s', 'Something', '', now(), now(), 1)
        """
        .formatted(id);
  }

  static String team(UUID id, UUID application) {
    return team(id, application, "null");
  }

  static String team(UUID id, UUID application, UUID parent) {
    return team(id, application, "'" + parent + "'");
  }

  private static String team(UUID id, UUID application, String parent) {
    return """
        INSERT INTO denizen.teams (id, application_id, parent_id, slug, display_name, description,
            created_at, updated_at, version)
          VALUES ('%1$s', '%2$s', %3$s, '%1$s', 'Some of us', '', now(), now(), 1)
        """
        .formatted(id, application, parent);
  }

  static String role(UUID id, UUID application, String slug, String includes) {
    return """
        INSERT INTO denizen.roles (id, application_id, slug, display_name, description, permissions,
            includes, assignable_by, owner, inherited, created_at, updated_at, version)
          VALUES ('%s', '%s', '%s', 'Some can', '', '{}', '{%s}', '{}', false, false, now(), now(), 1)
        """
        .formatted(id, application, slug, includes);
  }

  static String membership(UUID id, UUID identity, UUID application) {
    return membership(id, identity, application, "null");
  }

  static String membership(UUID id, UUID identity, UUID application, UUID team) {
    return membership(id, identity, application, "'" + team + "'");
  }

  static String holder(UUID id, UUID identity, UUID application, String roles) {
    return membership(id, identity, application, "null", roles);
  }

  static String holder(UUID id, UUID identity, UUID application, UUID team, String roles) {
    return membership(id, identity, application, "'" + team + "'", roles);
  }

  private static String membership(UUID id, UUID identity, UUID application, String team) {
    return membership(id, identity, application, team, "");
  }

  private static String membership(
      UUID id, UUID identity, UUID application, String team, String roles) {
    return """
        INSERT INTO denizen.memberships (id, identity_id, application_id, team_id, roles, state,
            created_at, updated_at, version)
          VALUES ('%s', '%s', '%s', %s, '{%s}', 'ACTIVE', now(), now(), 1)
        """
        .formatted(id, identity, application, team, roles);
  }

  static String roleAssignment(UUID id, UUID identity, String role) {
    return """
        INSERT INTO denizen.role_assignments (id, identity_id, role, created_at, updated_at, version)
          VALUES ('%s', '%s', '%s', now(), now(), 1)
        """
        .formatted(id, identity, role);
  }

  /** Its digest is that of its id. */
  static String invitation(UUID id, UUID application) {
    return """
        INSERT INTO denizen.invitations (id, application_id, email, email_key, roles, token_hash, state,
            expires_at, created_at, updated_at, version)
          VALUES ('%1$s', '%2$s', '%1$s@example.org', '%1$s@example.org', '{reader}', sha256('%1$s'),
            'PENDING', now() + interval '1 day', now(), now(), 1)
        """
        .formatted(id, application);
  }

  static String externalLogin(UUID id, UUID identity) {
    return """
        INSERT INTO denizen.external_logins (id, identity_id, provider, subject, created_at,
            updated_at, version)
          VALUES ('%1$s', '%2$s', 'example', '%1$s', now(), now(), 1)
        """
        .formatted(id, identity);
  }

  static String device(UUID id, UUID identity) {
    return """
        INSERT INTO denizen.devices (id, identity_id, client_device_id, display_name, type,
            last_active_at, created_at, updated_at, version)
          VALUES ('%1$s', '%2$s', '%1$s', 'Mine', 'PHONE', now(), now(), now(), 1)
        """
        .formatted(id, identity);
  }

  static String credential(UUID id, UUID identity) {
    return """
        INSERT INTO denizen.credentials (id, identity_id, hash, imported, failed_attempts,
            changed_at, created_at, updated_at, version)
          VALUES ('%s', '%s', '$2b$12$', false, 0, now(), now(), now(), 1)
        """
        .formatted(id, identity);
  }

  static String session(UUID id, UUID identity) {
    return session(id, identity, "null");
  }

  static String session(UUID id, UUID identity, UUID device) {
    return session(id, identity, "'" + device + "'");
  }

  private static String session(UUID id, UUID identity, String device) {
    return """
        INSERT INTO denizen.sessions (id, identity_id, device_id, expires_at, last_active_at,
            created_at, updated_at, version)
          VALUES ('%s', '%s', %s, now() + interval '1 day', now(), now(), now(), 1)
        """
        .formatted(id, identity, device);
  }

  /** Of the first generation; its digest is that of its id. */
  static String refreshToken(UUID id, UUID session, UUID identity) {
    return """
        INSERT INTO denizen.refresh_tokens (id, identity_id, session_id, generation, token_hash,
            salt, created_at, updated_at, version)
          VALUES ('%1$s', '%2$s', '%3$s', 1, sha256('%1$s'), sha256('salt'), now(), now(), 1)
        """
        .formatted(id, identity, session);
  }

  static String verificationToken(UUID id, UUID identity) {
    return """
        INSERT INTO denizen.verification_tokens (id, identity_id, purpose, token_hash, email,
            expires_at, created_at, updated_at, version)
          VALUES ('%1$s', '%2$s', 'EMAIL', sha256('%1$s'), 'ada@example.org', now(), now(), now(), 1)
        """
        .formatted(id, identity);
  }

  /** A change of nothing but the version. */
  static String change(String table, UUID id) {
    return "UPDATE denizen.%s SET version = version + 1 WHERE id = '%s'".formatted(table, id);
  }

  static String delete(String table, UUID id) {
    return """
        UPDATE denizen.%s
          SET version = version + 1, deleted_at = now(), deletion_id = gen_random_uuid()
          WHERE id = '%s'
        """
        .formatted(table, id);
  }

  static String undelete(String table, UUID id) {
    return """
        UPDATE denizen.%s SET version = version + 1, deleted_at = null, deletion_id = null
          WHERE id = '%s'
        """
        .formatted(table, id);
  }
}
