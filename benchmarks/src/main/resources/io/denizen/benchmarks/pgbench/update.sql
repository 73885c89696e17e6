\set c :c + 1
\set s 100000000000 + :base + :c * :clients + :client_id
\set n 100000000000 + (:s - 100000000000) * 1000003 % :identities
WITH identity AS (
  UPDATE identities SET display_name = 'Person ' || :s, updated_at = now(), version = version + 1
  WHERE id = ('018f0000-0000-7000-8000-' || :n)::uuid AND deleted_at IS NULL
  RETURNING id, version)
INSERT INTO audit_events (id, change_set_id, actor, action, resource, resource_id, resource_version, ip_address, user_agent, occurred_at, created_at)
SELECT ('01920000-0001-7000-8000-' || :s)::uuid, ('01920000-0002-7000-8000-' || :s)::uuid, 'services/pgbench', 'identity.updated',
  'identities/' || id, id, version, '127.0.0.1', 'pgbench', now(), now()
FROM identity;
