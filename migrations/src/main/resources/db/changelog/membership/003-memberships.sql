--liquibase formatted sql

--changeset denizen:memberships
CREATE TABLE denizen.memberships (
  id             uuid        NOT NULL,
  identity_id    uuid        NOT NULL,
  application_id uuid        NOT NULL,
  team_id        uuid,
  roles          text[]      NOT NULL,
  state          text        NOT NULL,
  starts_at      timestamptz,
  expires_at     timestamptz,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  deleted_at     timestamptz,
  deletion_id    uuid,
  version        bigint      NOT NULL,
  live           boolean     DEFAULT true,
  CONSTRAINT memberships_pkey PRIMARY KEY (id),
  CONSTRAINT memberships_state_known CHECK (state IN ('INVITED', 'ACTIVE', 'SUSPENDED')),
  CONSTRAINT memberships_expires_after_start CHECK (expires_at > starts_at),
  CONSTRAINT memberships_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT memberships_application_live FOREIGN KEY (application_id, live) REFERENCES denizen.applications (id, live),
  CONSTRAINT memberships_team_live FOREIGN KEY (application_id, team_id, live) REFERENCES denizen.teams (application_id, id, live),
  CONSTRAINT memberships_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT memberships_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT memberships_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.memberships IS 'An identity in an application, with roles, in the whole of it or in one of its teams.';
COMMENT ON COLUMN denizen.memberships.team_id IS 'Null for a membership in the application itself.';
COMMENT ON COLUMN denizen.memberships.roles IS 'Distinct slugs of roles of the application, sorted; none for who belongs and may nothing by it.';
COMMENT ON COLUMN denizen.memberships.starts_at IS 'The first instant at which it grants anything; null for since ever.';
COMMENT ON COLUMN denizen.memberships.expires_at IS 'The first instant at which it grants nothing any more; null for never.';
COMMENT ON COLUMN denizen.memberships.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.memberships.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX memberships_once_live ON denizen.memberships (identity_id, application_id, team_id) NULLS NOT DISTINCT
  WHERE deleted_at IS NULL;
CREATE INDEX memberships_by_identity ON denizen.memberships (identity_id, id);
CREATE INDEX memberships_by_application ON denizen.memberships (application_id, id);
CREATE INDEX memberships_by_team ON denizen.memberships (team_id, id);
CREATE INDEX memberships_by_deletion ON denizen.memberships (deletion_id) WHERE deletion_id IS NOT NULL;
CREATE INDEX memberships_by_expiry ON denizen.memberships (expires_at) WHERE deleted_at IS NULL AND expires_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.memberships TO denizen_app;
--rollback DROP TABLE denizen.memberships;

--changeset denizen:memberships-rules
CREATE TRIGGER memberships_touched
  BEFORE UPDATE ON denizen.memberships
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER memberships_live
  BEFORE INSERT OR UPDATE ON denizen.memberships
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER memberships_versioned
  BEFORE UPDATE ON denizen.memberships
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER memberships_insert_audited
  AFTER INSERT ON denizen.memberships
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER memberships_update_audited
  AFTER UPDATE ON denizen.memberships
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER memberships_kept
  BEFORE DELETE OR TRUNCATE ON denizen.memberships
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER memberships_kept ON denizen.memberships;
--rollback DROP TRIGGER memberships_update_audited ON denizen.memberships;
--rollback DROP TRIGGER memberships_insert_audited ON denizen.memberships;
--rollback DROP TRIGGER memberships_versioned ON denizen.memberships;
--rollback DROP TRIGGER memberships_live ON denizen.memberships;
--rollback DROP TRIGGER memberships_touched ON denizen.memberships;
