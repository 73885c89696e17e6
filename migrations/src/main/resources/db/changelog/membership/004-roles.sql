--liquibase formatted sql

--changeset denizen:roles
CREATE TABLE denizen.roles (
  id             uuid        NOT NULL,
  application_id uuid        NOT NULL,
  slug           text        COLLATE "C" NOT NULL,
  display_name   text        NOT NULL,
  description    text        NOT NULL,
  permissions    text[]      NOT NULL,
  includes       text[]      NOT NULL,
  assignable_by  text[]      NOT NULL,
  owner          boolean     NOT NULL,
  inherited      boolean     NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  deleted_at     timestamptz,
  deletion_id    uuid,
  version        bigint      NOT NULL,
  live           boolean     DEFAULT true,
  CONSTRAINT roles_pkey PRIMARY KEY (id),
  CONSTRAINT roles_slug UNIQUE (application_id, slug),
  CONSTRAINT roles_slug_live UNIQUE (application_id, slug, live),
  CONSTRAINT roles_application_live FOREIGN KEY (application_id, live) REFERENCES denizen.applications (id, live),
  CONSTRAINT roles_not_in_itself CHECK (slug <> ALL (includes)),
  CONSTRAINT roles_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT roles_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT roles_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.roles IS 'What members of an application may be, and what they may do by it.';
COMMENT ON COLUMN denizen.roles.slug IS
  'What memberships, invitations and other roles know it by, so it never changes, and no other role ever gets it.';
COMMENT ON COLUMN denizen.roles.permissions IS 'Distinct, sorted: a permission (invoice.read), all below one (invoice.*), or all (*).';
COMMENT ON COLUMN denizen.roles.includes IS
  'Distinct slugs of roles of the application, sorted, whose permissions it grants too, and so on; never a circle.';
COMMENT ON COLUMN denizen.roles.assignable_by IS
  'Distinct slugs, sorted, of the roles whose holders may hand this one out. For those who ask; nothing is held by it.';
COMMENT ON COLUMN denizen.roles.owner IS 'Whether whoever holds it owns the application or team.';
COMMENT ON COLUMN denizen.roles.inherited IS 'Whether holding it in a team counts in the teams inside that too.';
COMMENT ON COLUMN denizen.roles.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.roles.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE INDEX roles_by_application ON denizen.roles (application_id, id);
CREATE INDEX roles_by_deletion ON denizen.roles (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.roles TO denizen_app;
--rollback DROP TABLE denizen.roles;

--changeset denizen:roles-rules
CREATE TRIGGER roles_touched
  BEFORE UPDATE ON denizen.roles
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER roles_live
  BEFORE INSERT OR UPDATE ON denizen.roles
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER roles_versioned
  BEFORE UPDATE ON denizen.roles
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER roles_insert_audited
  AFTER INSERT ON denizen.roles
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER roles_update_audited
  AFTER UPDATE ON denizen.roles
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER roles_kept
  BEFORE DELETE OR TRUNCATE ON denizen.roles
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER roles_kept ON denizen.roles;
--rollback DROP TRIGGER roles_update_audited ON denizen.roles;
--rollback DROP TRIGGER roles_insert_audited ON denizen.roles;
--rollback DROP TRIGGER roles_versioned ON denizen.roles;
--rollback DROP TRIGGER roles_live ON denizen.roles;
--rollback DROP TRIGGER roles_touched ON denizen.roles;
