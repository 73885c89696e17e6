--liquibase formatted sql

--changeset denizen:granted-roles
CREATE TABLE denizen.granted_roles (
  membership_id  uuid    NOT NULL,
  application_id uuid    NOT NULL,
  role_slug      text    COLLATE "C" NOT NULL,
  team_id        uuid,
  live           boolean NOT NULL DEFAULT true,
  CONSTRAINT granted_roles_pkey PRIMARY KEY (membership_id, role_slug),
  CONSTRAINT granted_roles_live_always CHECK (live),
  CONSTRAINT granted_roles_role_live FOREIGN KEY (application_id, role_slug, live) REFERENCES denizen.roles (application_id, slug, live)
);

COMMENT ON TABLE denizen.granted_roles IS
  'The roles of live memberships one by one, kept by trigger from memberships.roles: an index in all but name. It lets no live membership have a role that is not there, and finds who has one.';
COMMENT ON COLUMN denizen.granted_roles.team_id IS 'Where the membership is; null for the application as a whole. A membership never moves.';
COMMENT ON COLUMN denizen.granted_roles.live IS 'Always true: the other half of the foreign key.';

CREATE INDEX granted_roles_by_role ON denizen.granted_roles (application_id, role_slug, membership_id);
CREATE INDEX granted_roles_by_place ON denizen.granted_roles (application_id, role_slug, team_id, membership_id);

GRANT SELECT ON denizen.granted_roles TO denizen_app;
--rollback DROP TABLE denizen.granted_roles;

--changeset denizen:grant-roles splitStatements:false
--comment: For AFTER INSERT triggers per statement with the new memberships as "changed". As the owner: nobody else writes granted_roles.
CREATE FUNCTION denizen.grant_roles() RETURNS trigger
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO denizen.granted_roles (membership_id, application_id, role_slug, team_id)
    SELECT c.id, c.application_id, role, c.team_id FROM changed c, unnest(c.roles) role WHERE c.live;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION denizen.grant_roles() FROM PUBLIC;
--rollback DROP FUNCTION denizen.grant_roles();

--changeset denizen:regrant-roles splitStatements:false
--comment: For AFTER UPDATE triggers per row whose WHEN found other roles than before, or that the membership went or came back.
CREATE FUNCTION denizen.regrant_roles() RETURNS trigger
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM denizen.granted_roles g
    WHERE g.membership_id = NEW.id AND (NEW.live IS NULL OR g.role_slug <> ALL (NEW.roles));
  INSERT INTO denizen.granted_roles (membership_id, application_id, role_slug, team_id)
    SELECT NEW.id, NEW.application_id, role, NEW.team_id FROM unnest(NEW.roles) role WHERE NEW.live
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION denizen.regrant_roles() FROM PUBLIC;
--rollback DROP FUNCTION denizen.regrant_roles();

--changeset denizen:granted-roles-kept
CREATE TRIGGER granted_roles_kept
  BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON denizen.granted_roles
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION denizen.refuse_statement('It follows memberships.roles by trigger: change that.');

CREATE TRIGGER memberships_insert_granted
  AFTER INSERT ON denizen.memberships
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.grant_roles();

CREATE TRIGGER memberships_update_granted
  AFTER UPDATE ON denizen.memberships
  FOR EACH ROW WHEN (NEW.roles IS DISTINCT FROM OLD.roles OR NEW.live IS DISTINCT FROM OLD.live)
  EXECUTE FUNCTION denizen.regrant_roles();
--rollback DROP TRIGGER memberships_update_granted ON denizen.memberships;
--rollback DROP TRIGGER memberships_insert_granted ON denizen.memberships;
--rollback DROP TRIGGER granted_roles_kept ON denizen.granted_roles;
