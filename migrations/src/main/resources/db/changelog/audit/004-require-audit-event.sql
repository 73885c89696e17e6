--liquibase formatted sql

--changeset denizen:require-audit-event splitStatements:false
--comment: ZD001, for AFTER triggers per statement with the new rows as "changed". One look into an index a row, however many events
--comment: the transaction has written: OFFSET 0 keeps the planner from joining, and without sequential scans a plan that was
--comment: cached while the table was small stays good while it grows.
CREATE FUNCTION denizen.require_audit_event() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off
AS $$
DECLARE
  unaudited record;
BEGIN
  SELECT c.id, c.version INTO unaudited
    FROM changed c
    WHERE NOT EXISTS (
      SELECT FROM denizen.audit_events e
        WHERE e.xid = pg_current_xact_id() AND e.resource_id = c.id AND e.resource_version = c.version
        OFFSET 0)
    LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% of %.% without its audit event', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'ZD001',
            SCHEMA = TG_TABLE_SCHEMA,
            TABLE = TG_TABLE_NAME,
            DETAIL = format('Row %s, version %s.', unaudited.id, unaudited.version),
            HINT = 'Insert its event into denizen.audit_events (resource_id, resource_version) first, in the same transaction.';
  END IF;
  RETURN NULL;
END
$$
--rollback DROP FUNCTION denizen.require_audit_event();

--changeset denizen:require-audit-event-of-row splitStatements:false
--comment: The same for AFTER UPDATE triggers per row, of tables with columns that are not audited: their WHEN leaves out updates that
--comment: keep the version, which …_versioned lets through only where nothing else than such a column changes.
CREATE FUNCTION denizen.require_audit_event_of_row() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off
AS $$
BEGIN
  PERFORM FROM denizen.audit_events e
    WHERE e.xid = pg_current_xact_id() AND e.resource_id = NEW.id AND e.resource_version = NEW.version;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% of %.% without its audit event', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'ZD001',
            SCHEMA = TG_TABLE_SCHEMA,
            TABLE = TG_TABLE_NAME,
            DETAIL = format('Row %s, version %s.', NEW.id, NEW.version),
            HINT = 'Insert its event into denizen.audit_events (resource_id, resource_version) first, in the same transaction.';
  END IF;
  RETURN NULL;
END
$$
--rollback DROP FUNCTION denizen.require_audit_event_of_row();
