--liquibase formatted sql

--changeset denizen:invitations
CREATE TABLE denizen.invitations (
  id             uuid        NOT NULL,
  application_id uuid        NOT NULL,
  team_id        uuid,
  email          text        NOT NULL,
  email_key      text        NOT NULL,
  roles          text[]      NOT NULL,
  token_hash     bytea       NOT NULL,
  state          text        NOT NULL,
  expires_at     timestamptz NOT NULL,
  accepted_at    timestamptz,
  membership_id  uuid,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  deleted_at     timestamptz,
  deletion_id    uuid,
  version        bigint      NOT NULL,
  live           boolean     DEFAULT true,
  CONSTRAINT invitations_pkey PRIMARY KEY (id),
  CONSTRAINT invitations_hash_once UNIQUE (token_hash),
  CONSTRAINT invitations_application_live FOREIGN KEY (application_id, live) REFERENCES denizen.applications (id, live),
  CONSTRAINT invitations_team_live FOREIGN KEY (application_id, team_id, live) REFERENCES denizen.teams (application_id, id, live),
  CONSTRAINT invitations_membership_there FOREIGN KEY (membership_id) REFERENCES denizen.memberships (id),
  CONSTRAINT invitations_hash_whole CHECK (octet_length(token_hash) = 32),
  CONSTRAINT invitations_state_known CHECK (state IN ('PENDING', 'ACCEPTED', 'REVOKED', 'EXPIRED')),
  CONSTRAINT invitations_acceptance_known CHECK (
    (accepted_at IS NOT NULL) = (state = 'ACCEPTED') AND (membership_id IS NOT NULL) = (state = 'ACCEPTED')),
  CONSTRAINT invitations_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT invitations_live_known CHECK (
    live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL AND state = 'PENDING' THEN true END),
  CONSTRAINT invitations_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.invitations IS 'That somebody was asked, at an email address, to join an application or a team of it.';
COMMENT ON COLUMN denizen.invitations.team_id IS 'Null for an invitation to the application itself.';
COMMENT ON COLUMN denizen.invitations.email IS 'As it was typed.';
COMMENT ON COLUMN denizen.invitations.email_key IS 'The address in the form in which addresses are compared.';
COMMENT ON COLUMN denizen.invitations.roles IS 'Distinct slugs, sorted: what whoever accepts it will be.';
COMMENT ON COLUMN denizen.invitations.token_hash IS
  'SHA-256 of the text of the token that was sent last. The token itself, 256 random bits, is kept by nobody but whoever it was sent to.';
COMMENT ON COLUMN denizen.invitations.state IS
  'PENDING until it is accepted or revoked, or until it was noted that its time is over; since then it cannot be accepted anyway.';
COMMENT ON COLUMN denizen.invitations.expires_at IS 'The first instant at which it cannot be accepted any more.';
COMMENT ON COLUMN denizen.invitations.membership_id IS 'What whoever accepted it has by it.';
COMMENT ON COLUMN denizen.invitations.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.invitations.live IS
  'True while it is pending, or null once it is not, or deleted, kept by trigger: what an invitation was to may go once it has been answered.';

CREATE UNIQUE INDEX invitations_pending_once ON denizen.invitations (email_key, application_id, team_id) NULLS NOT DISTINCT
  WHERE state = 'PENDING' AND deleted_at IS NULL;
CREATE INDEX invitations_by_expiry ON denizen.invitations (expires_at) WHERE state = 'PENDING' AND deleted_at IS NULL;
CREATE INDEX invitations_by_application ON denizen.invitations (application_id, id);
CREATE INDEX invitations_by_email ON denizen.invitations (application_id, email_key, id);
CREATE INDEX invitations_by_team ON denizen.invitations (team_id, id);
CREATE INDEX invitations_by_membership ON denizen.invitations (membership_id);
CREATE INDEX invitations_by_deletion ON denizen.invitations (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.invitations TO denizen_app;
--rollback DROP TABLE denizen.invitations;

--changeset denizen:invitations-mark-live splitStatements:false
--comment: As denizen.mark_live(). An application can have had any number of invitations: what is over must not hold it, nor have to go with it.
CREATE FUNCTION denizen.mark_live_while_pending() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.live := CASE WHEN NEW.deleted_at IS NULL AND NEW.state = 'PENDING' THEN true END;
  RETURN NEW;
END
$$
--rollback DROP FUNCTION denizen.mark_live_while_pending();

--changeset denizen:invitations-rules
CREATE TRIGGER invitations_touched
  BEFORE UPDATE ON denizen.invitations
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER invitations_live
  BEFORE INSERT OR UPDATE ON denizen.invitations
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL AND NEW.state = 'PENDING' THEN true END)
  EXECUTE FUNCTION denizen.mark_live_while_pending();

CREATE TRIGGER invitations_versioned
  BEFORE UPDATE ON denizen.invitations
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER invitations_insert_audited
  AFTER INSERT ON denizen.invitations
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER invitations_update_audited
  AFTER UPDATE ON denizen.invitations
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER invitations_kept
  BEFORE DELETE OR TRUNCATE ON denizen.invitations
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER invitations_kept ON denizen.invitations;
--rollback DROP TRIGGER invitations_update_audited ON denizen.invitations;
--rollback DROP TRIGGER invitations_insert_audited ON denizen.invitations;
--rollback DROP TRIGGER invitations_versioned ON denizen.invitations;
--rollback DROP TRIGGER invitations_live ON denizen.invitations;
--rollback DROP TRIGGER invitations_touched ON denizen.invitations;
