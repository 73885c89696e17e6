--liquibase formatted sql

--changeset denizen:requests
CREATE TABLE denizen.requests (
  actor         text        NOT NULL,
  request_id    uuid        NOT NULL,
  fingerprint   bytea       NOT NULL,
  change_set_id uuid        NOT NULL,
  resources     text[]      NOT NULL,
  versions      bigint[]    NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT requests_pkey PRIMARY KEY (actor, request_id),
  CONSTRAINT requests_version_each CHECK (cardinality(resources) = cardinality(versions))
);

COMMENT ON TABLE denizen.requests IS 'Requests that were carried out once and are answered again with the same outcome (AIP-155). Only grows.';
COMMENT ON COLUMN denizen.requests.fingerprint IS 'A digest of the content; a repeat with another content is refused.';
COMMENT ON COLUMN denizen.requests.resources IS 'The names of what the request answered with, in order; versions are theirs.';

CREATE TRIGGER requests_kept
  BEFORE UPDATE OR DELETE OR TRUNCATE ON denizen.requests
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement('The table only grows.');

GRANT SELECT, INSERT ON denizen.requests TO denizen_app;
--rollback DROP TABLE denizen.requests;
