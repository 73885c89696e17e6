--liquibase formatted sql

--changeset denizen:system-roles
CREATE TABLE denizen.system_roles (
  slug         text   COLLATE "C" NOT NULL,
  display_name text   NOT NULL,
  description  text   NOT NULL,
  permissions  text[] NOT NULL,
  CONSTRAINT system_roles_pkey PRIMARY KEY (slug)
);

COMMENT ON TABLE denizen.system_roles IS
  'Roles above all applications, which count in each of them. Only a migration changes them.';
COMMENT ON COLUMN denizen.system_roles.permissions IS 'As in roles.';

INSERT INTO denizen.system_roles (slug, display_name, description, permissions) VALUES
  ('user', 'User', 'Every identity has it.', '{}'),
  ('email-verified', 'Verified email address', 'Whoever proved to read mail at their address has it, as long as that is their address.', '{}'),
  ('trusted-contact', 'Trusted contact', 'Whoever is called when somebody is locked out.', '{}'),
  ('admin', 'Administrator', 'May do everything, everywhere.', '{*}');

GRANT SELECT ON denizen.system_roles TO denizen_app;

CREATE TRIGGER system_roles_kept
  BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON denizen.system_roles
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement('Only a migration changes system roles.');
--rollback DROP TABLE denizen.system_roles;
