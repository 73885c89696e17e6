--liquibase formatted sql

--changeset denizen:refuse-statement splitStatements:false
--comment: ZD002, for BEFORE triggers per statement: what no role does to the table, its owner included. The argument is the hint.
CREATE FUNCTION denizen.refuse_statement() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% of %.% is refused: nothing is lost', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'ZD002',
          SCHEMA = TG_TABLE_SCHEMA,
          TABLE = TG_TABLE_NAME,
          HINT = TG_ARGV[0];
END
$$
--rollback DROP FUNCTION denizen.refuse_statement();

--changeset denizen:refuse-overwrite splitStatements:false
--comment: ZD003, for BEFORE UPDATE triggers per row whose WHEN found a new id or created_at, or a version that is not the next one.
CREATE FUNCTION denizen.refuse_overwrite() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'UPDATE of %.% keeps id and created_at and takes version % to %, not to %',
      TG_TABLE_SCHEMA, TG_TABLE_NAME, OLD.version, OLD.version + 1, NEW.version
    USING ERRCODE = 'ZD003',
          SCHEMA = TG_TABLE_SCHEMA,
          TABLE = TG_TABLE_NAME,
          DETAIL = pg_catalog.format('Row %s.', OLD.id),
          HINT = 'Every change is the next version of its row, with an audit event of that version in the same transaction.';
END
$$
--rollback DROP FUNCTION denizen.refuse_overwrite();

--changeset denizen:touch splitStatements:false
--comment: For BEFORE UPDATE triggers per row whose WHEN found updated_at as it was.
CREATE FUNCTION denizen.touch() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.updated_at := pg_catalog.now();
  RETURN NEW;
END
$$
--rollback DROP FUNCTION denizen.touch();

--changeset denizen:mark-live splitStatements:false
--comment: For BEFORE INSERT OR UPDATE triggers per row whose WHEN found live at odds with deleted_at. Not a generated column: with one in a
--comment: key, PostgreSQL takes every UPDATE that has a BEFORE trigger for a change of the key, and a rename would wait for each insert
--comment: of a child, and the insert for the rename.
CREATE FUNCTION denizen.mark_live() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.live := CASE WHEN NEW.deleted_at IS NULL THEN true END;
  RETURN NEW;
END
$$
--rollback DROP FUNCTION denizen.mark_live();
