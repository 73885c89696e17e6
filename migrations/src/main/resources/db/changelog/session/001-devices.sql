--liquibase formatted sql

--changeset denizen:devices
CREATE TABLE denizen.devices (
  id               uuid        NOT NULL,
  identity_id      uuid        NOT NULL,
  client_device_id text        COLLATE "C" NOT NULL,
  display_name     text        NOT NULL,
  type             text        NOT NULL,
  last_active_at   timestamptz NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  deleted_at       timestamptz,
  deletion_id      uuid,
  version          bigint      NOT NULL,
  live             boolean     DEFAULT true,
  CONSTRAINT devices_pkey PRIMARY KEY (id),
  CONSTRAINT devices_identity_id_live UNIQUE (identity_id, id, live),
  CONSTRAINT devices_type_known CHECK (type IN ('DESKTOP', 'PHONE', 'TABLET', 'OTHER')),
  CONSTRAINT devices_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT devices_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT devices_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT devices_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.devices IS 'What an identity signed in from, until it is forgotten.';
COMMENT ON COLUMN denizen.devices.client_device_id IS 'How its client calls it: unique among the live devices of the identity, and no proof of anything.';
COMMENT ON COLUMN denizen.devices.last_active_at IS 'To about a minute. Not audited: a change of nothing else keeps the version.';
COMMENT ON COLUMN denizen.devices.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.devices.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX devices_client_id_live ON denizen.devices (identity_id, client_device_id) WHERE deleted_at IS NULL;
CREATE INDEX devices_live_by_identity ON denizen.devices (identity_id, id) WHERE deleted_at IS NULL;
CREATE INDEX devices_by_deletion ON denizen.devices (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.devices TO denizen_app;
--rollback DROP TABLE denizen.devices;

--changeset denizen:devices-rules
CREATE TRIGGER devices_touched
  BEFORE UPDATE ON denizen.devices
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER devices_live
  BEFORE INSERT OR UPDATE ON denizen.devices
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER devices_versioned
  BEFORE UPDATE ON denizen.devices
  FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at OR
    CASE WHEN NEW.version = OLD.version THEN to_jsonb(NEW) - 'last_active_at' <> to_jsonb(OLD) - 'last_active_at'
         ELSE NEW.version <> OLD.version + 1 END)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER devices_insert_audited
  AFTER INSERT ON denizen.devices
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER devices_update_audited
  AFTER UPDATE ON denizen.devices
  FOR EACH ROW WHEN (NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.require_audit_event_of_row();

CREATE TRIGGER devices_kept
  BEFORE DELETE OR TRUNCATE ON denizen.devices
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER devices_kept ON denizen.devices;
--rollback DROP TRIGGER devices_update_audited ON denizen.devices;
--rollback DROP TRIGGER devices_insert_audited ON denizen.devices;
--rollback DROP TRIGGER devices_versioned ON denizen.devices;
--rollback DROP TRIGGER devices_live ON denizen.devices;
--rollback DROP TRIGGER devices_touched ON denizen.devices;
