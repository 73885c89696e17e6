--liquibase formatted sql

--changeset denizen:verification-tokens
CREATE TABLE denizen.verification_tokens (
  id          uuid        NOT NULL,
  identity_id uuid        NOT NULL,
  purpose     text        NOT NULL,
  token_hash  bytea       NOT NULL,
  email       text,
  expires_at  timestamptz NOT NULL,
  consumed_at timestamptz,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  deleted_at  timestamptz,
  deletion_id uuid,
  version     bigint      NOT NULL,
  live        boolean     DEFAULT true,
  CONSTRAINT verification_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT verification_tokens_hash_once UNIQUE (token_hash),
  CONSTRAINT verification_tokens_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT verification_tokens_purpose_known CHECK (purpose IN ('EMAIL', 'PASSWORD_RESET', 'TWO_FACTOR')),
  CONSTRAINT verification_tokens_hash_whole CHECK (octet_length(token_hash) = 32),
  CONSTRAINT verification_tokens_email_known CHECK (
    (purpose <> 'EMAIL' OR email IS NOT NULL) AND (purpose <> 'TWO_FACTOR' OR email IS NULL)),
  CONSTRAINT verification_tokens_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT verification_tokens_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT verification_tokens_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.verification_tokens IS 'A token that was sent to somebody to prove something by, once.';
COMMENT ON COLUMN denizen.verification_tokens.token_hash IS
  'SHA-256 of the token''s text. The token itself, 256 random bits, is kept by nobody but whoever it was sent to.';
COMMENT ON COLUMN denizen.verification_tokens.email IS 
  'The identity''s address as it was then: of purpose EMAIL what the token proves, of PASSWORD_RESET where it was sent to, if there was one.';
COMMENT ON COLUMN denizen.verification_tokens.consumed_at IS 'When it was used; null while it can be.';
COMMENT ON COLUMN denizen.verification_tokens.deletion_id IS 'The change set that deleted the row. It does not come back.';
COMMENT ON COLUMN denizen.verification_tokens.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX verification_tokens_purpose_live ON denizen.verification_tokens (identity_id, purpose)
  WHERE deleted_at IS NULL;
CREATE INDEX verification_tokens_by_expiry ON denizen.verification_tokens (expires_at) WHERE deleted_at IS NULL;
CREATE INDEX verification_tokens_by_identity ON denizen.verification_tokens (identity_id, id);

GRANT SELECT, INSERT, UPDATE ON denizen.verification_tokens TO denizen_app;
--rollback DROP TABLE denizen.verification_tokens;

--changeset denizen:verification-tokens-rules
CREATE TRIGGER verification_tokens_touched
  BEFORE UPDATE ON denizen.verification_tokens
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER verification_tokens_live
  BEFORE INSERT OR UPDATE ON denizen.verification_tokens
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER verification_tokens_versioned
  BEFORE UPDATE ON denizen.verification_tokens
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER verification_tokens_insert_audited
  AFTER INSERT ON denizen.verification_tokens
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER verification_tokens_update_audited
  AFTER UPDATE ON denizen.verification_tokens
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER verification_tokens_kept
  BEFORE DELETE OR TRUNCATE ON denizen.verification_tokens
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER verification_tokens_kept ON denizen.verification_tokens;
--rollback DROP TRIGGER verification_tokens_update_audited ON denizen.verification_tokens;
--rollback DROP TRIGGER verification_tokens_insert_audited ON denizen.verification_tokens;
--rollback DROP TRIGGER verification_tokens_versioned ON denizen.verification_tokens;
--rollback DROP TRIGGER verification_tokens_live ON denizen.verification_tokens;
--rollback DROP TRIGGER verification_tokens_touched ON denizen.verification_tokens;
