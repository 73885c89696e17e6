--liquibase formatted sql

--changeset denizen:credentials
CREATE TABLE denizen.credentials (
  id              uuid        NOT NULL,
  identity_id     uuid        NOT NULL,
  hash            text        COLLATE "C" NOT NULL,
  imported        boolean     NOT NULL,
  failed_attempts integer     NOT NULL,
  locked_until    timestamptz,
  changed_at      timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  deleted_at      timestamptz,
  deletion_id     uuid,
  version         bigint      NOT NULL,
  live            boolean     DEFAULT true,
  CONSTRAINT credentials_pkey PRIMARY KEY (id),
  CONSTRAINT credentials_identity_once UNIQUE (identity_id),
  CONSTRAINT credentials_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT credentials_failed_attempts_counted CHECK (failed_attempts >= 0),
  CONSTRAINT credentials_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT credentials_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT credentials_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.credentials IS
  'An identity''s password. One row an identity: a password that is set after another was deleted brings the row back.';
COMMENT ON COLUMN denizen.credentials.hash IS 'Secret. The salted hash with its parameters: PHC string format, or bcrypt''s own.';
COMMENT ON COLUMN denizen.credentials.imported IS
  'Whether the hash was made elsewhere, of the password as typed and not of its normal form.';
COMMENT ON COLUMN denizen.credentials.failed_attempts IS 'Wrong passwords in a row.';
COMMENT ON COLUMN denizen.credentials.locked_until IS 'No password is tried before. Null if it was not locked since the last right one.';
COMMENT ON COLUMN denizen.credentials.changed_at IS 'When the password, and not only its hash, was last set.';
COMMENT ON COLUMN denizen.credentials.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.credentials.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE INDEX credentials_by_deletion ON denizen.credentials (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.credentials TO denizen_app;
--rollback DROP TABLE denizen.credentials;

--changeset denizen:credentials-rules
CREATE TRIGGER credentials_touched
  BEFORE UPDATE ON denizen.credentials
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER credentials_live
  BEFORE INSERT OR UPDATE ON denizen.credentials
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER credentials_versioned
  BEFORE UPDATE ON denizen.credentials
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER credentials_insert_audited
  AFTER INSERT ON denizen.credentials
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER credentials_update_audited
  AFTER UPDATE ON denizen.credentials
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER credentials_kept
  BEFORE DELETE OR TRUNCATE ON denizen.credentials
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER credentials_kept ON denizen.credentials;
--rollback DROP TRIGGER credentials_update_audited ON denizen.credentials;
--rollback DROP TRIGGER credentials_insert_audited ON denizen.credentials;
--rollback DROP TRIGGER credentials_versioned ON denizen.credentials;
--rollback DROP TRIGGER credentials_live ON denizen.credentials;
--rollback DROP TRIGGER credentials_touched ON denizen.credentials;
