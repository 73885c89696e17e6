--liquibase formatted sql

--changeset denizen:preferences
CREATE TABLE denizen.preferences (
  id          uuid        NOT NULL,
  identity_id uuid        NOT NULL,
  settings    jsonb       NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  deleted_at  timestamptz,
  deletion_id uuid,
  version     bigint      NOT NULL,
  live        boolean     DEFAULT true,
  CONSTRAINT preferences_pkey PRIMARY KEY (id),
  -- One an identity among live rows, as nulls are distinct; and the index that the foreign key looks into.
  CONSTRAINT preferences_once_live UNIQUE (identity_id, live),
  CONSTRAINT preferences_settings_object CHECK (jsonb_typeof(settings) = 'object'),
  CONSTRAINT preferences_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT preferences_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT preferences_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT preferences_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.preferences IS 'What an identity prefers. Has no row until somebody writes it.';
COMMENT ON COLUMN denizen.preferences.settings IS 'An object of up to 64 KiB, 8 levels deep, whose keys are the business of the services that write them.';
COMMENT ON COLUMN denizen.preferences.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.preferences.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE INDEX preferences_by_deletion ON denizen.preferences (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.preferences TO denizen_app;
--rollback DROP TABLE denizen.preferences;

--changeset denizen:preferences-rules
CREATE TRIGGER preferences_touched
  BEFORE UPDATE ON denizen.preferences
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER preferences_live
  BEFORE INSERT OR UPDATE ON denizen.preferences
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER preferences_versioned
  BEFORE UPDATE ON denizen.preferences
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER preferences_insert_audited
  AFTER INSERT ON denizen.preferences
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER preferences_update_audited
  AFTER UPDATE ON denizen.preferences
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER preferences_kept
  BEFORE DELETE OR TRUNCATE ON denizen.preferences
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER preferences_kept ON denizen.preferences;
--rollback DROP TRIGGER preferences_update_audited ON denizen.preferences;
--rollback DROP TRIGGER preferences_insert_audited ON denizen.preferences;
--rollback DROP TRIGGER preferences_versioned ON denizen.preferences;
--rollback DROP TRIGGER preferences_live ON denizen.preferences;
--rollback DROP TRIGGER preferences_touched ON denizen.preferences;
