--liquibase formatted sql

--changeset denizen:live-identities
--comment: Views read with their owner's rights. security_barrier: no function of a reader's own sees a row before it was found live.
CREATE VIEW denizen.live_identities WITH (security_barrier) AS
  SELECT id, kind, slug, display_name, email, email_verified, state, created_at, updated_at
  FROM denizen.identities
  WHERE deleted_at IS NULL;

COMMENT ON VIEW denizen.live_identities IS 'Who there is, suspended ones too.';

GRANT SELECT ON denizen.live_identities TO denizen_reader;
--rollback DROP VIEW denizen.live_identities;

--changeset denizen:active-memberships
CREATE VIEW denizen.active_memberships WITH (security_barrier) AS
  SELECT m.id, m.identity_id, m.application_id, a.slug AS application_slug, m.team_id, t.slug AS team_slug,
    m.roles, m.starts_at, m.expires_at, m.created_at, m.updated_at
  FROM denizen.memberships m
  JOIN denizen.identities i ON i.id = m.identity_id
  JOIN denizen.applications a ON a.id = m.application_id
  LEFT JOIN denizen.teams t ON t.id = m.team_id
  WHERE m.deleted_at IS NULL AND m.state = 'ACTIVE'
    AND (m.starts_at IS NULL OR m.starts_at <= now()) AND (m.expires_at IS NULL OR m.expires_at > now())
    AND i.deleted_at IS NULL AND i.state = 'ACTIVE' AND a.deleted_at IS NULL AND t.deleted_at IS NULL;

COMMENT ON VIEW denizen.active_memberships IS
  'Memberships that grant something now, by the clock of the database: active, within their time, of identities that are not suspended.';

GRANT SELECT ON denizen.active_memberships TO denizen_reader;
--rollback DROP VIEW denizen.active_memberships;

--changeset denizen:membership-roles
CREATE VIEW denizen.membership_roles WITH (security_barrier) AS
  SELECT m.id AS membership_id, m.identity_id, m.application_id, m.application_slug, m.team_id, m.team_slug,
    r.id AS role_id, r.slug AS role_slug, r.display_name AS role_display_name, r.permissions, r.includes, r.owner, r.inherited
  FROM denizen.active_memberships m
  JOIN denizen.roles r ON r.application_id = m.application_id AND r.slug = ANY (m.roles) AND r.live AND r.deleted_at IS NULL;

COMMENT ON VIEW denizen.membership_roles IS
  'The roles of active memberships, one a row, with what each says itself; what it includes is not followed.';

GRANT SELECT ON denizen.membership_roles TO denizen_reader;
--rollback DROP VIEW denizen.membership_roles;
