\set n random(100000000000, 99999999999 + :identities)
SELECT m.id, m.application_id, m.identity_id, m.team_id, m.roles, m.created_at, m.updated_at, m.deleted_at, m.deletion_id, m.version
FROM memberships m WHERE m.deleted_at IS NULL AND m.identity_id = ('018f0000-0000-7000-8000-' || :n)::uuid
ORDER BY m.id LIMIT 51;
