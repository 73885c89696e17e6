\set c :c + 1
\set s 100000000000 + :base + :c * :clients + :client_id
\set e random(1, 1000000000000000000)
BEGIN;
INSERT INTO audit_events (id, change_set_id, actor, action, resource, resource_id, resource_version, ip_address, user_agent, occurred_at, created_at)
VALUES (('01920000-0001-7000-8000-' || :s)::uuid, ('01920000-0002-7000-8000-' || :s)::uuid, 'services/pgbench', 'identity.created',
  'identities/01920000-0000-7000-8000-' || :s, ('01920000-0000-7000-8000-' || :s)::uuid, 1, '127.0.0.1', 'pgbench', now(), now());
INSERT INTO identities (id, kind, email, email_key, slug, display_name, state, email_verified, created_at, updated_at, version)
VALUES (('01920000-0000-7000-8000-' || :s)::uuid, 'PERSON', 'c' || :e || '@bench.example', 'c' || :e || '@bench.example',
  NULL, 'Somebody new', 'ACTIVE', false, now(), now(), 1);
COMMIT;
