--liquibase formatted sql

--changeset denizen:refresh-tokens
CREATE TABLE denizen.refresh_tokens (
  id               uuid        NOT NULL,
  identity_id      uuid        NOT NULL,
  session_id       uuid        NOT NULL,
  generation       bigint      NOT NULL,
  token_hash       bytea       NOT NULL,
  salt             bytea       NOT NULL,
  consumed_at      timestamptz,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  deleted_at       timestamptz,
  deletion_id      uuid,
  version          bigint      NOT NULL,
  live             boolean     DEFAULT true,
  CONSTRAINT refresh_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT refresh_tokens_session_live FOREIGN KEY (identity_id, session_id, live) REFERENCES denizen.sessions (identity_id, id, live),
  CONSTRAINT refresh_tokens_generation_positive CHECK (generation >= 1),
  CONSTRAINT refresh_tokens_hash_sha256 CHECK (octet_length(token_hash) = 32),
  CONSTRAINT refresh_tokens_salt_long CHECK (octet_length(salt) = 32),
  CONSTRAINT refresh_tokens_consumed_deleted CHECK (consumed_at IS NULL OR deleted_at IS NOT NULL),
  CONSTRAINT refresh_tokens_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT refresh_tokens_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT refresh_tokens_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.refresh_tokens IS
  'What is kept of the tokens that keep sessions open: one family a session, of which one is live. Consumed ones are deleted and kept like everything, so that whoever comes with one again is noticed.';
COMMENT ON COLUMN denizen.refresh_tokens.token_hash IS 'SHA-256 of the token, which is kept nowhere. Not in audit images.';
COMMENT ON COLUMN denizen.refresh_tokens.salt IS
  'The next token is HMAC-SHA256 of this, with the token as key: neither the database alone nor the token alone tells it. Not in audit images.';
COMMENT ON COLUMN denizen.refresh_tokens.deletion_id IS 'The change set that deleted or consumed the row. Tokens do not come back.';
COMMENT ON COLUMN denizen.refresh_tokens.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE UNIQUE INDEX refresh_tokens_hash ON denizen.refresh_tokens (token_hash);
CREATE UNIQUE INDEX refresh_tokens_once_live ON denizen.refresh_tokens (session_id) WHERE deleted_at IS NULL;
CREATE INDEX refresh_tokens_by_session ON denizen.refresh_tokens (session_id, id);
CREATE INDEX refresh_tokens_by_identity ON denizen.refresh_tokens (identity_id) WHERE deleted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.refresh_tokens TO denizen_app;
--rollback DROP TABLE denizen.refresh_tokens;

--changeset denizen:refresh-tokens-rules
CREATE TRIGGER refresh_tokens_touched
  BEFORE UPDATE ON denizen.refresh_tokens
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER refresh_tokens_live
  BEFORE INSERT OR UPDATE ON denizen.refresh_tokens
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER refresh_tokens_versioned
  BEFORE UPDATE ON denizen.refresh_tokens
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER refresh_tokens_insert_audited
  AFTER INSERT ON denizen.refresh_tokens
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER refresh_tokens_update_audited
  AFTER UPDATE ON denizen.refresh_tokens
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER refresh_tokens_kept
  BEFORE DELETE OR TRUNCATE ON denizen.refresh_tokens
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER refresh_tokens_kept ON denizen.refresh_tokens;
--rollback DROP TRIGGER refresh_tokens_update_audited ON denizen.refresh_tokens;
--rollback DROP TRIGGER refresh_tokens_insert_audited ON denizen.refresh_tokens;
--rollback DROP TRIGGER refresh_tokens_versioned ON denizen.refresh_tokens;
--rollback DROP TRIGGER refresh_tokens_live ON denizen.refresh_tokens;
--rollback DROP TRIGGER refresh_tokens_touched ON denizen.refresh_tokens;
