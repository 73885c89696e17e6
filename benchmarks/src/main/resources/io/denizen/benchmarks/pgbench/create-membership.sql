\set c :c + 1
\set t :c * :clients + :client_id
\set s 100000000000 + :base + :t
\set n 100000000000 + :t * 1000003 % :identities
\set a 100000000000 + :application + :t / :identities
WITH membership AS (
  INSERT INTO memberships (id, application_id, identity_id, team_id, roles, state, created_at, updated_at, version)
  VALUES (('01920000-0000-7000-8000-' || :s)::uuid, ('018f0000-0001-7000-8000-' || :a)::uuid,
    ('018f0000-0000-7000-8000-' || :n)::uuid, NULL, '{member}', 'ACTIVE', now(), now(), 1))
INSERT INTO audit_events (id, change_set_id, actor, action, resource, resource_id, resource_version, application_id, ip_address, user_agent, occurred_at, created_at)
VALUES (('01920000-0001-7000-8000-' || :s)::uuid, ('01920000-0002-7000-8000-' || :s)::uuid, 'services/pgbench', 'membership.created',
  'applications/018f0000-0001-7000-8000-' || :a || '/memberships/01920000-0000-7000-8000-' || :s,
  ('01920000-0000-7000-8000-' || :s)::uuid, 1, ('018f0000-0001-7000-8000-' || :a)::uuid, '127.0.0.1', 'pgbench', now(), now());
