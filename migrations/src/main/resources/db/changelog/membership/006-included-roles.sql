--liquibase formatted sql

--changeset denizen:included-roles
CREATE TABLE denizen.included_roles (
  role_id        uuid    NOT NULL,
  application_id uuid    NOT NULL,
  role_slug      text    COLLATE "C" NOT NULL,
  live           boolean NOT NULL DEFAULT true,
  CONSTRAINT included_roles_pkey PRIMARY KEY (role_id, role_slug),
  CONSTRAINT included_roles_live_always CHECK (live),
  CONSTRAINT included_roles_role_live FOREIGN KEY (application_id, role_slug, live) REFERENCES denizen.roles (application_id, slug, live)
);

COMMENT ON TABLE denizen.included_roles IS
  'What live roles include one by one, kept by trigger from roles.includes, as granted_roles is from memberships.roles.';
COMMENT ON COLUMN denizen.included_roles.role_id IS 'The role that includes.';
COMMENT ON COLUMN denizen.included_roles.role_slug IS 'The role that is included.';
COMMENT ON COLUMN denizen.included_roles.live IS 'Always true: the other half of the foreign key.';

CREATE INDEX included_roles_by_role ON denizen.included_roles (application_id, role_slug, role_id);

GRANT SELECT ON denizen.included_roles TO denizen_app;
--rollback DROP TABLE denizen.included_roles;

--changeset denizen:include-roles splitStatements:false
--comment: For AFTER triggers per row that was inserted, or whose WHEN found that it includes others than before, or went or came back.
CREATE FUNCTION denizen.include_roles() RETURNS trigger
  LANGUAGE plpgsql
  SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM denizen.included_roles i
    WHERE i.role_id = NEW.id AND (NEW.live IS NULL OR i.role_slug <> ALL (NEW.includes));
  INSERT INTO denizen.included_roles (role_id, application_id, role_slug)
    SELECT NEW.id, NEW.application_id, role FROM unnest(NEW.includes) role WHERE NEW.live
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION denizen.include_roles() FROM PUBLIC;
--rollback DROP FUNCTION denizen.include_roles();

--changeset denizen:included-roles-kept
CREATE TRIGGER included_roles_kept
  BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON denizen.included_roles
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION denizen.refuse_statement('It follows roles.includes by trigger: change that.');

CREATE TRIGGER roles_insert_included
  AFTER INSERT ON denizen.roles
  FOR EACH ROW WHEN (NEW.includes <> '{}')
  EXECUTE FUNCTION denizen.include_roles();

CREATE TRIGGER roles_update_included
  AFTER UPDATE ON denizen.roles
  FOR EACH ROW WHEN (NEW.includes IS DISTINCT FROM OLD.includes OR NEW.live IS DISTINCT FROM OLD.live)
  EXECUTE FUNCTION denizen.include_roles();
--rollback DROP TRIGGER roles_update_included ON denizen.roles;
--rollback DROP TRIGGER roles_insert_included ON denizen.roles;
--rollback DROP TRIGGER included_roles_kept ON denizen.included_roles;

--changeset denizen:included-permissions splitStatements:false
--comment: Apart from the statement that asks, since most roles include none and a plan is set up whole whether it is needed or not.
CREATE FUNCTION denizen.included_permissions(application uuid, slugs text[], patterns text[]) RETURNS text[]
  LANGUAGE sql
  STABLE
RETURN ARRAY(
  WITH RECURSIVE included AS (
    SELECT unnest(slugs) COLLATE "C" AS slug
    UNION
    SELECT unnest(r.includes) FROM included i
    JOIN denizen.roles r ON r.application_id = application AND r.slug = i.slug AND r.live AND r.deleted_at IS NULL)
  SELECT r.id || ' ' || p.pattern FROM included i
  JOIN denizen.roles r ON r.application_id = application AND r.slug = i.slug AND r.live AND r.deleted_at IS NULL
  CROSS JOIN LATERAL unnest(r.permissions) AS p (pattern)
  WHERE patterns IS NULL OR p.pattern = ANY (patterns));

COMMENT ON FUNCTION denizen.included_permissions(uuid, text[], text[]) IS
  'What the live roles of these slugs permit, and all that those include: each the id of the role, a blank and one of the patterns; any if there are none. Should somebody ever make a circle by hand, it ends nevertheless.';
--rollback DROP FUNCTION denizen.included_permissions(uuid, text[], text[]);
