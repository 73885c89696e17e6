--liquibase formatted sql

--changeset denizen:app-role splitStatements:false rollbackSplitStatements:false
--comment: The role that serves. Roles belong to the whole cluster: another database may have made it already, or be making it now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'denizen_app') THEN
    CREATE ROLE denizen_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the role denizen_app does not exist and % may not create it', current_user
      USING ERRCODE = 'insufficient_privilege',
            HINT = 'Let an administrator run CREATE ROLE denizen_app NOLOGIN, or give the owner CREATEROLE.';
END
$$
--rollback DO $$
--rollback BEGIN
--rollback   DROP ROLE denizen_app;
--rollback EXCEPTION
--rollback   WHEN dependent_objects_still_exist OR insufficient_privilege OR undefined_object THEN
--rollback     RAISE NOTICE 'the role denizen_app stays: %', SQLERRM;
--rollback END
--rollback $$

--changeset denizen:app-role-uses-schema
GRANT USAGE ON SCHEMA denizen TO denizen_app;
--rollback REVOKE USAGE ON SCHEMA denizen FROM denizen_app;
