--liquibase formatted sql

--changeset denizen:audit-images
CREATE TABLE denizen.audit_images (
  event_id uuid NOT NULL,
  before   jsonb,
  after    jsonb,
  CONSTRAINT audit_images_pkey PRIMARY KEY (event_id)
);

COMMENT ON TABLE denizen.audit_images IS 'What a resource was before and after an event. May hold personal data, so it lies apart from the immutable event.';
COMMENT ON COLUMN denizen.audit_images.event_id IS
  'The audit event. Not a foreign key: events are never deleted, and the check would lock and rewrite every event just inserted.';
COMMENT ON COLUMN denizen.audit_images.before IS 'Null when the event created the resource.';

CREATE TRIGGER audit_images_kept
  BEFORE UPDATE OR DELETE OR TRUNCATE ON denizen.audit_images
  FOR EACH STATEMENT EXECUTE FUNCTION denizen.refuse_statement('The table only grows.');

GRANT SELECT, INSERT ON denizen.audit_images TO denizen_app;
--rollback DROP TABLE denizen.audit_images;
