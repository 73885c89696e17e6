--liquibase formatted sql

--changeset denizen:external-logins
CREATE TABLE denizen.external_logins (
  id           uuid        NOT NULL,
  identity_id  uuid        NOT NULL,
  provider     text        COLLATE "C" NOT NULL,
  subject      text        COLLATE "C" NOT NULL,
  email        text,
  display_name text,
  last_used_at timestamptz,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  deleted_at   timestamptz,
  deletion_id  uuid,
  version      bigint      NOT NULL,
  live         boolean     DEFAULT true,
  CONSTRAINT external_logins_pkey PRIMARY KEY (id),
  CONSTRAINT external_logins_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT external_logins_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT external_logins_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT external_logins_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.external_logins IS 'An account at an identity provider with which an identity signs in.';
COMMENT ON COLUMN denizen.external_logins.subject IS 'The provider''s own id of the account, compared as it is.';
COMMENT ON COLUMN denizen.external_logins.email IS 'Of the account, as the provider told when it was linked.';
COMMENT ON COLUMN denizen.external_logins.last_used_at IS
  'When someone last signed in with it. Not audited by itself, each sign-in is: written without a new version.';
COMMENT ON COLUMN denizen.external_logins.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.external_logins.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX external_logins_account_live ON denizen.external_logins (provider, subject) WHERE deleted_at IS NULL;
CREATE INDEX external_logins_by_identity ON denizen.external_logins (identity_id, id);
CREATE INDEX external_logins_by_deletion ON denizen.external_logins (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.external_logins TO denizen_app;
--rollback DROP TABLE denizen.external_logins;

--changeset denizen:external-logins-rules
CREATE TRIGGER external_logins_touched
  BEFORE UPDATE ON denizen.external_logins
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER external_logins_live
  BEFORE INSERT OR UPDATE ON denizen.external_logins
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER external_logins_versioned
  BEFORE UPDATE ON denizen.external_logins
  FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at OR CASE
    WHEN NEW.version = OLD.version THEN to_jsonb(NEW) - 'last_used_at' <> to_jsonb(OLD) - 'last_used_at'
    ELSE NEW.version <> OLD.version + 1 END)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER external_logins_insert_audited
  AFTER INSERT ON denizen.external_logins
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER external_logins_update_audited
  AFTER UPDATE ON denizen.external_logins
  FOR EACH ROW WHEN (NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.require_audit_event_of_row();

CREATE TRIGGER external_logins_kept
  BEFORE DELETE OR TRUNCATE ON denizen.external_logins
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER external_logins_kept ON denizen.external_logins;
--rollback DROP TRIGGER external_logins_update_audited ON denizen.external_logins;
--rollback DROP TRIGGER external_logins_insert_audited ON denizen.external_logins;
--rollback DROP TRIGGER external_logins_versioned ON denizen.external_logins;
--rollback DROP TRIGGER external_logins_live ON denizen.external_logins;
--rollback DROP TRIGGER external_logins_touched ON denizen.external_logins;
