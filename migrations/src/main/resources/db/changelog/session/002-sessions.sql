--liquibase formatted sql

--changeset denizen:sessions
CREATE TABLE denizen.sessions (
  id               uuid        NOT NULL,
  identity_id      uuid        NOT NULL,
  device_id        uuid,
  ip_address       inet,
  user_agent       text,
  expires_at       timestamptz NOT NULL,
  revoked_at       timestamptz,
  revoke_reason    text,
  last_active_at   timestamptz NOT NULL,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  deleted_at       timestamptz,
  deletion_id      uuid,
  version          bigint      NOT NULL,
  live             boolean     DEFAULT true,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_identity_id_live UNIQUE (identity_id, id, live),
  CONSTRAINT sessions_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT sessions_device_live FOREIGN KEY (identity_id, device_id, live) REFERENCES denizen.devices (identity_id, id, live),
  CONSTRAINT sessions_revocation_known CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
  CONSTRAINT sessions_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT sessions_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT sessions_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.sessions IS 'That an identity signed in and has not left.';
COMMENT ON COLUMN denizen.sessions.device_id IS 'A device of the same identity; null if its client named none.';
COMMENT ON COLUMN denizen.sessions.ip_address IS 'Where the identity signed in or refreshed from last, as the service says that it signed in to.';
COMMENT ON COLUMN denizen.sessions.expires_at IS 'Put off by each refresh, up to the longest that a session may last.';
COMMENT ON COLUMN denizen.sessions.revoked_at IS 'When it was ended before its time; the row is deleted some time after.';
COMMENT ON COLUMN denizen.sessions.last_active_at IS 'To about a minute. Not audited: a change of nothing else keeps the version.';
COMMENT ON COLUMN denizen.sessions.deletion_id IS 'The change set that deleted the row. Sessions do not come back.';
COMMENT ON COLUMN denizen.sessions.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE INDEX sessions_live_by_identity ON denizen.sessions (identity_id, id) WHERE deleted_at IS NULL;
CREATE INDEX sessions_open_by_identity ON denizen.sessions (identity_id, expires_at) WHERE deleted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX sessions_live_by_device ON denizen.sessions (device_id, id) WHERE deleted_at IS NULL;
CREATE INDEX sessions_by_device ON denizen.sessions (device_id, id);
CREATE INDEX sessions_by_expiry ON denizen.sessions (expires_at) WHERE deleted_at IS NULL;
CREATE INDEX sessions_by_revocation ON denizen.sessions (revoked_at) WHERE deleted_at IS NULL AND revoked_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.sessions TO denizen_app;
--rollback DROP TABLE denizen.sessions;

--changeset denizen:sessions-rules
CREATE TRIGGER sessions_touched
  BEFORE UPDATE ON denizen.sessions
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER sessions_live
  BEFORE INSERT OR UPDATE ON denizen.sessions
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER sessions_versioned
  BEFORE UPDATE ON denizen.sessions
  FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at OR
    CASE WHEN NEW.version = OLD.version THEN to_jsonb(NEW) - 'last_active_at' <> to_jsonb(OLD) - 'last_active_at'
         ELSE NEW.version <> OLD.version + 1 END)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER sessions_insert_audited
  AFTER INSERT ON denizen.sessions
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER sessions_update_audited
  AFTER UPDATE ON denizen.sessions
  FOR EACH ROW WHEN (NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.require_audit_event_of_row();

CREATE TRIGGER sessions_kept
  BEFORE DELETE OR TRUNCATE ON denizen.sessions
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER sessions_kept ON denizen.sessions;
--rollback DROP TRIGGER sessions_update_audited ON denizen.sessions;
--rollback DROP TRIGGER sessions_insert_audited ON denizen.sessions;
--rollback DROP TRIGGER sessions_versioned ON denizen.sessions;
--rollback DROP TRIGGER sessions_live ON denizen.sessions;
--rollback DROP TRIGGER sessions_touched ON denizen.sessions;
