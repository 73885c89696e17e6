--liquibase formatted sql

--changeset denizen:reader-role splitStatements:false rollbackSplitStatements:false
--comment: The role of those who report with SQL. Roles belong to the whole cluster: another database may have made it already, or be making it now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'denizen_reader') THEN
    CREATE ROLE denizen_reader NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the role denizen_reader does not exist and % may not create it', current_user
      USING ERRCODE = 'insufficient_privilege',
            HINT = 'Let an administrator run CREATE ROLE denizen_reader NOLOGIN, or give the owner CREATEROLE.';
END
$$
--rollback DO $$
--rollback BEGIN
--rollback   DROP ROLE denizen_reader;
--rollback EXCEPTION
--rollback   WHEN dependent_objects_still_exist OR insufficient_privilege OR undefined_object THEN
--rollback     RAISE NOTICE 'the role denizen_reader stays: %', SQLERRM;
--rollback END
--rollback $$

--changeset denizen:reader-role-uses-schema
GRANT USAGE ON SCHEMA denizen TO denizen_reader;
--rollback REVOKE USAGE ON SCHEMA denizen FROM denizen_reader;
