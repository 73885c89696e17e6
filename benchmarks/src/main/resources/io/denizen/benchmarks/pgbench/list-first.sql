SELECT i.id, i.kind, i.email, i.slug, i.display_name, i.state, i.email_verified, i.created_at, i.updated_at, i.deleted_at, i.deletion_id, i.version
FROM identities i WHERE i.deleted_at IS NULL AND i.kind >= 'SERVICE' AND i.kind <= 'SERVICE'
ORDER BY i.kind, i.id LIMIT 51;
