--liquibase formatted sql

--changeset denizen:audit-events
CREATE SEQUENCE denizen.audit_events_sequence AS bigint CACHE 1;

CREATE TABLE denizen.audit_events (
  id               uuid        NOT NULL,
  sequence         bigint      NOT NULL DEFAULT nextval('denizen.audit_events_sequence'),
  xid              xid8        NOT NULL DEFAULT pg_current_xact_id(),
  change_set_id    uuid        NOT NULL,
  actor            text        NOT NULL,
  action           text        NOT NULL,
  resource         text        COLLATE "C" NOT NULL,
  resource_id      uuid,
  resource_version bigint,
  application_id   uuid,
  ip_address       inet,
  user_agent       text,
  request_id       uuid,
  occurred_at      timestamptz NOT NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT audit_events_pkey PRIMARY KEY (id),
  CONSTRAINT audit_events_sequence_once UNIQUE (sequence),
  CONSTRAINT audit_events_version_of_resource CHECK ((resource_id IS NULL) = (resource_version IS NULL))
);
ALTER SEQUENCE denizen.audit_events_sequence OWNED BY denizen.audit_events.sequence;

COMMENT ON TABLE denizen.audit_events IS 'What was done, by whom. Only grows. Personal images lie apart, in audit_images.';
COMMENT ON COLUMN denizen.audit_events.sequence IS 'The order of insertion. Has gaps; a smaller one may become visible after a greater one.';
COMMENT ON COLUMN denizen.audit_events.xid IS 'The transaction that wrote the event; the triggers of the audited tables look for it.';
COMMENT ON COLUMN denizen.audit_events.change_set_id IS 'The same for all events that were committed together for one request.';
COMMENT ON COLUMN denizen.audit_events.resource IS 'The full resource name, for example identities/{uuid}.';
COMMENT ON COLUMN denizen.audit_events.resource_id IS 'The row that changed; null in the event of another service.';
COMMENT ON COLUMN denizen.audit_events.resource_version IS 'The version that the change made; null in the event of another service.';
COMMENT ON COLUMN denizen.audit_events.application_id IS 'The application in which it happened, where there is one. Not a foreign key: other services name theirs.';
COMMENT ON COLUMN denizen.audit_events.occurred_at IS 'By the clock of the service that acted; created_at is when the event came here.';

-- What the triggers of the audited tables look into, and one event a change.
CREATE UNIQUE INDEX audit_events_once ON denizen.audit_events (xid, resource_id, resource_version);
CREATE INDEX audit_events_by_resource ON denizen.audit_events (resource, sequence);
CREATE INDEX audit_events_by_actor ON denizen.audit_events (actor, sequence);
CREATE INDEX audit_events_by_action ON denizen.audit_events (action, sequence);
CREATE INDEX audit_events_by_application ON denizen.audit_events (application_id, sequence) WHERE application_id IS NOT NULL;
CREATE INDEX audit_events_by_time ON denizen.audit_events (occurred_at, sequence);

CREATE TRIGGER audit_events_kept
  BEFORE UPDATE OR DELETE OR TRUNCATE ON denizen.audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement('The table only grows.');

-- Sequence and transaction are what the database says they are: nobody writes them, so a forged xid cannot excuse a later change.
GRANT SELECT ON denizen.audit_events TO denizen_app;
GRANT INSERT (id, change_set_id, actor, action, resource, resource_id, resource_version, application_id, ip_address,
    user_agent, request_id, occurred_at, created_at) ON denizen.audit_events TO denizen_app;
GRANT USAGE ON SEQUENCE denizen.audit_events_sequence TO denizen_app;
--rollback DROP TABLE denizen.audit_events;
