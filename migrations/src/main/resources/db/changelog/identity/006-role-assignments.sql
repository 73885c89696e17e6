--liquibase formatted sql

--changeset denizen:role-assignments
CREATE TABLE denizen.role_assignments (
  id          uuid        NOT NULL,
  identity_id uuid        NOT NULL,
  role        text        COLLATE "C" NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  deleted_at  timestamptz,
  deletion_id uuid,
  version     bigint      NOT NULL,
  live        boolean     DEFAULT true,
  CONSTRAINT role_assignments_pkey PRIMARY KEY (id),
  CONSTRAINT role_assignments_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT role_assignments_role_known FOREIGN KEY (role) REFERENCES denizen.system_roles (slug),
  CONSTRAINT role_assignments_role_assignable CHECK (role NOT IN ('user', 'email-verified')),
  CONSTRAINT role_assignments_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT role_assignments_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT role_assignments_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.role_assignments IS
  'That an identity has a system role. Nobody is assigned user, which all are, or email-verified, which identities.email_verified tells.';
COMMENT ON COLUMN denizen.role_assignments.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.role_assignments.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX role_assignments_once_live ON denizen.role_assignments (identity_id, role) WHERE deleted_at IS NULL;
CREATE INDEX role_assignments_by_identity ON denizen.role_assignments (identity_id, id);
CREATE INDEX role_assignments_by_role ON denizen.role_assignments (role, id);
CREATE INDEX role_assignments_live_by_role ON denizen.role_assignments (role, id) WHERE deleted_at IS NULL;
CREATE INDEX role_assignments_by_deletion ON denizen.role_assignments (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.role_assignments TO denizen_app;
--rollback DROP TABLE denizen.role_assignments;

--changeset denizen:role-assignments-rules
CREATE TRIGGER role_assignments_touched
  BEFORE UPDATE ON denizen.role_assignments
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER role_assignments_live
  BEFORE INSERT OR UPDATE ON denizen.role_assignments
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER role_assignments_versioned
  BEFORE UPDATE ON denizen.role_assignments
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER role_assignments_insert_audited
  AFTER INSERT ON denizen.role_assignments
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER role_assignments_update_audited
  AFTER UPDATE ON denizen.role_assignments
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER role_assignments_kept
  BEFORE DELETE OR TRUNCATE ON denizen.role_assignments
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER role_assignments_kept ON denizen.role_assignments;
--rollback DROP TRIGGER role_assignments_update_audited ON denizen.role_assignments;
--rollback DROP TRIGGER role_assignments_insert_audited ON denizen.role_assignments;
--rollback DROP TRIGGER role_assignments_versioned ON denizen.role_assignments;
--rollback DROP TRIGGER role_assignments_live ON denizen.role_assignments;
--rollback DROP TRIGGER role_assignments_touched ON denizen.role_assignments;
