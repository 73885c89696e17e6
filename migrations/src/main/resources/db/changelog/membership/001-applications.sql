--liquibase formatted sql

--changeset denizen:applications
CREATE TABLE denizen.applications (
  id           uuid        NOT NULL,
  slug         text        COLLATE "C" NOT NULL,
  display_name text        NOT NULL,
  description  text        NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  deleted_at   timestamptz,
  deletion_id  uuid,
  version      bigint      NOT NULL,
  live         boolean     DEFAULT true,
  CONSTRAINT applications_pkey PRIMARY KEY (id),
  CONSTRAINT applications_id_live UNIQUE (id, live),
  CONSTRAINT applications_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT applications_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT applications_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.applications IS 'A context that identities belong to.';
COMMENT ON COLUMN denizen.applications.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.applications.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX applications_slug_live ON denizen.applications (slug) WHERE deleted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.applications TO denizen_app;
--rollback DROP TABLE denizen.applications;

--changeset denizen:applications-rules
CREATE TRIGGER applications_touched
  BEFORE UPDATE ON denizen.applications
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER applications_live
  BEFORE INSERT OR UPDATE ON denizen.applications
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER applications_versioned
  BEFORE UPDATE ON denizen.applications
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER applications_insert_audited
  AFTER INSERT ON denizen.applications
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER applications_update_audited
  AFTER UPDATE ON denizen.applications
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER applications_kept
  BEFORE DELETE OR TRUNCATE ON denizen.applications
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER applications_kept ON denizen.applications;
--rollback DROP TRIGGER applications_update_audited ON denizen.applications;
--rollback DROP TRIGGER applications_insert_audited ON denizen.applications;
--rollback DROP TRIGGER applications_versioned ON denizen.applications;
--rollback DROP TRIGGER applications_live ON denizen.applications;
--rollback DROP TRIGGER applications_touched ON denizen.applications;
