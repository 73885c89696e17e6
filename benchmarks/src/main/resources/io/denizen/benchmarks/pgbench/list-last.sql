\set after 100000000000 + (:services - 51) * :serviceEvery
SELECT i.id, i.kind, i.email, i.slug, i.display_name, i.state, i.email_verified, i.created_at, i.updated_at, i.deleted_at, i.deletion_id, i.version
FROM identities i WHERE i.deleted_at IS NULL AND i.kind >= 'SERVICE' AND i.kind <= 'SERVICE'
  AND (i.kind, i.id) > ('SERVICE', ('018f0000-0000-7000-8000-' || :after)::uuid)
ORDER BY i.kind, i.id LIMIT 51;
