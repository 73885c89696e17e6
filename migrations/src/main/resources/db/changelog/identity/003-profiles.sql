--liquibase formatted sql

--changeset denizen:profiles
CREATE TABLE denizen.profiles (
  id             uuid        NOT NULL,
  identity_id    uuid        NOT NULL,
  given_name     text,
  family_name    text,
  middle_name    text,
  nickname       text,
  avatar_uri     text,
  phone_number   text,
  postal_address jsonb,
  bio            text,
  locale         text,
  time_zone      text,
  birth_date     text,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  deleted_at     timestamptz,
  deletion_id    uuid,
  version        bigint      NOT NULL,
  live           boolean     DEFAULT true,
  CONSTRAINT profiles_pkey PRIMARY KEY (id),
  -- One an identity among live rows, as nulls are distinct; and the index that the foreign key looks into.
  CONSTRAINT profiles_once_live UNIQUE (identity_id, live),
  CONSTRAINT profiles_identity_live FOREIGN KEY (identity_id, live) REFERENCES denizen.identities (id, live),
  CONSTRAINT profiles_deletion_known CHECK ((deleted_at IS NULL) = (deletion_id IS NULL)),
  CONSTRAINT profiles_live_known CHECK (live IS NOT DISTINCT FROM CASE WHEN deleted_at IS NULL THEN true END),
  CONSTRAINT profiles_version_positive CHECK (version >= 1)
);

COMMENT ON TABLE denizen.profiles IS 'What an identity tells about itself. Has no row until somebody writes it.';
COMMENT ON COLUMN denizen.profiles.avatar_uri IS 'Where a picture is, https.';
COMMENT ON COLUMN denizen.profiles.phone_number IS 'E.164.';
COMMENT ON COLUMN denizen.profiles.postal_address IS 'An object with the fields of google.type.PostalAddress.';
COMMENT ON COLUMN denizen.profiles.locale IS 'A language tag (BCP 47).';
COMMENT ON COLUMN denizen.profiles.time_zone IS 'A name of the IANA time zone database.';
COMMENT ON COLUMN denizen.profiles.birth_date IS 'As far as known: 1975-12-10, --12-10, 1975-12 or 1975.';
COMMENT ON COLUMN denizen.profiles.deletion_id IS 'The change set that deleted the row; undoing that one brings it back.';
COMMENT ON COLUMN denizen.profiles.live IS
  'True, or null once deleted, kept by trigger: foreign keys over it hold among live rows only.';

CREATE INDEX profiles_by_deletion ON denizen.profiles (deletion_id) WHERE deletion_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON denizen.profiles TO denizen_app;
--rollback DROP TABLE denizen.profiles;

--changeset denizen:profiles-rules
CREATE TRIGGER profiles_touched
  BEFORE UPDATE ON denizen.profiles
  FOR EACH ROW WHEN (NEW.updated_at = OLD.updated_at)
  EXECUTE FUNCTION denizen.touch();

CREATE TRIGGER profiles_live
  BEFORE INSERT OR UPDATE ON denizen.profiles
  FOR EACH ROW WHEN (NEW.live IS DISTINCT FROM CASE WHEN NEW.deleted_at IS NULL THEN true END)
  EXECUTE FUNCTION denizen.mark_live();

CREATE TRIGGER profiles_versioned
  BEFORE UPDATE ON denizen.profiles
  FOR EACH ROW WHEN (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at)
  EXECUTE FUNCTION denizen.refuse_overwrite();

CREATE TRIGGER profiles_insert_audited
  AFTER INSERT ON denizen.profiles
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER profiles_update_audited
  AFTER UPDATE ON denizen.profiles
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.require_audit_event();

CREATE TRIGGER profiles_kept
  BEFORE DELETE OR TRUNCATE ON denizen.profiles
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement(
    'Delete softly: set deleted_at and deletion_id, with an audit event in the same transaction.');
--rollback DROP TRIGGER profiles_kept ON denizen.profiles;
--rollback DROP TRIGGER profiles_update_audited ON denizen.profiles;
--rollback DROP TRIGGER profiles_insert_audited ON denizen.profiles;
--rollback DROP TRIGGER profiles_versioned ON denizen.profiles;
--rollback DROP TRIGGER profiles_live ON denizen.profiles;
--rollback DROP TRIGGER profiles_touched ON denizen.profiles;
