--liquibase formatted sql

--changeset denizen:identities
CREATE TABLE denizen.identities (
  id             uuid        NOT NULL,
  email          text,
  email_key      text        COLLATE "C",
  slug           text        COLLATE "C",
  display_name   text        NOT NULL,
  kind           text        NOT NULL,
  state          text        NOT NULL,
  email_verified boolean     NOT NULL,
  last_login_at  timestamptz,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  deleted_at     timestamptz,
  deletion_id    uuid,
  version        bigint      NOT NULL,
  live           boolean     DEFAULT true,
  CONSTRAINT identities_pkey PRIMARY KEY (id),
  CONSTRAINT identities_id_live UNIQUE (id, live),
  CONSTRAINT identities_kind_known CHECK (kind IN ('PERSON', 'SERVICE')),
  CONSTRAINT identities_state_known CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  CONSTRAINT identities_email_keyed CHECK ((email IS NULL) = (email_key IS NULL)),
  CONSTRAINT identities_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT identities_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT identities_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.identities IS 'Who someone is: a person or a service.';
COMMENT ON COLUMN denizen.identities.email IS 'As typed, for display.';
COMMENT ON COLUMN denizen.identities.email_key IS 'The email as compared: normalised, lower case, unique among live identities.';
COMMENT ON COLUMN denizen.identities.last_login_at IS
  'When someone last signed in. Not audited by itself, each sign-in is: written without a new version.';
COMMENT ON COLUMN denizen.identities.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.identities.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX identities_email_live ON denizen.identities (email_key) WHERE deleted_at IS NULL AND email_key IS NOT NULL;
CREATE UNIQUE INDEX identities_slug_live ON denizen.identities (slug) WHERE deleted_at IS NULL AND slug IS NOT NULL;
CREATE INDEX identities_by_email ON denizen.identities (email_key, id);
CREATE INDEX identities_by_slug ON denizen.identities (slug, id) WHERE slug IS NOT NULL;
CREATE INDEX identities_by_state ON denizen.identities (state, id);
CREATE INDEX identities_by_kind ON denizen.identities (kind, id);

GRANT SELECT, INSERT, UPDATE ON denizen.identities TO denizen_app;
--rollback DROP TABLE denizen.identities;

--changeset denizen:identities-rules
CREATE TRIGGER identities_touched
  BEFORE UPDATE ON denizen.identities
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at AND NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER identities_live
  BEFORE INSERT OR UPDATE ON denizen.identities
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER identities_versioned
  BEFORE UPDATE ON denizen.identities
  FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at OR CASE
    WHEN NEW.version = OLD.version THEN to_jsonb(NEW) - 'last_login_at' <> to_jsonb(OLD) - 'last_login_at'
    ELSE NEW.version <> OLD.version + 1 END)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER identities_insert_audited
  AFTER INSERT ON denizen.identities
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER identities_update_audited
  AFTER UPDATE ON denizen.identities
  FOR EACH ROW WHEN (NEW.version <> OLD.version)
  EXECUTE FUNCTION denizen.require_audit_event_of_row();

CREATE TRIGGER identities_kept
  BEFORE DELETE OR TRUNCATE ON denizen.identities
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER identities_kept ON denizen.identities;
--rollback DROP TRIGGER identities_update_audited ON denizen.identities;
--rollback DROP TRIGGER identities_insert_audited ON denizen.identities;
--rollback DROP TRIGGER identities_versioned ON denizen.identities;
--rollback DROP TRIGGER identities_live ON denizen.identities;
--rollback DROP TRIGGER identities_touched ON denizen.identities;
