\set n random(100000000000, 99999999999 + :identities)
SELECT i.id, i.kind, i.email, i.slug, i.display_name, i.state, i.email_verified, i.created_at, i.updated_at, i.deleted_at, i.deletion_id, i.version
FROM identities i WHERE i.id = ('018f0000-0000-7000-8000-' || :n)::uuid AND i.deleted_at IS NULL;
