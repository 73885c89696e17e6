--liquibase formatted sql

--changeset denizen:teams
CREATE TABLE denizen.teams (
  id             uuid        NOT NULL,
  application_id uuid        NOT NULL,
  parent_id      uuid,
  slug           text        COLLATE "C" NOT NULL,
  display_name   text        NOT NULL,
  description    text        NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  deleted_at     timestamptz,
  deletion_id    uuid,
  version        bigint      NOT NULL,
  live           boolean     DEFAULT true,
  CONSTRAINT teams_pkey PRIMARY KEY (id),
  CONSTRAINT teams_id_live UNIQUE (application_id, id, live),
  CONSTRAINT teams_application_live FOREIGN KEY (application_id, live) REFERENCES denizen.applications (id, live),
  CONSTRAINT teams_parent_live FOREIGN KEY (application_id, parent_id, live) REFERENCES denizen.teams (application_id, id, live),
  CONSTRAINT teams_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT teams_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT teams_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.teams IS 'A team inside an application, nested by parent_id within the same application.';
COMMENT ON COLUMN denizen.teams.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.teams.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX teams_slug_live ON denizen.teams (application_id, slug) WHERE deleted_at IS NULL;
CREATE INDEX teams_by_parent_in_application ON denizen.teams (application_id, parent_id, id);
CREATE INDEX teams_by_parent ON denizen.teams (parent_id);
CREATE INDEX teams_by_deletion ON denizen.teams (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.teams TO denizen_app;
--rollback DROP TABLE denizen.teams;

--changeset denizen:teams-rules
CREATE TRIGGER teams_touched
  BEFORE UPDATE ON denizen.teams
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER teams_live
  BEFORE INSERT OR UPDATE ON denizen.teams
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER teams_versioned
  BEFORE UPDATE ON denizen.teams
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER teams_insert_audited
  AFTER INSERT ON denizen.teams
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER teams_update_audited
  AFTER UPDATE ON denizen.teams
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER teams_kept
  BEFORE DELETE OR TRUNCATE ON denizen.teams
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER teams_kept ON denizen.teams;
--rollback DROP TRIGGER teams_update_audited ON denizen.teams;
--rollback DROP TRIGGER teams_insert_audited ON denizen.teams;
--rollback DROP TRIGGER teams_versioned ON denizen.teams;
--rollback DROP TRIGGER teams_live ON denizen.teams;
--rollback DROP TRIGGER teams_touched ON denizen.teams;
