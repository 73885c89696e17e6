\set n random(100000000000, 99999999999 + :identities)
\set a 100000000000 + :n % 500
SELECT i.state, m.id, m.state, m.starts_at, m.expires_at, r.id, r.permissions
FROM identities i
LEFT JOIN memberships m ON m.identity_id = i.id AND m.deleted_at IS NULL
  AND m.application_id = ('018f0000-0001-7000-8000-' || :a)::uuid
LEFT JOIN roles r ON r.application_id = m.application_id AND r.slug = ANY (m.roles) AND r.live AND r.deleted_at IS NULL
WHERE i.id = ('018f0000-0000-7000-8000-' || :n)::uuid AND i.deleted_at IS NULL;
