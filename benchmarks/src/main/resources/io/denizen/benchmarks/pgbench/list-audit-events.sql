\set n random(100000000000, 99999999999 + :identities)
SELECT e.id, e.sequence, e.change_set_id, e.actor, e.action, e.resource, e.resource_id, e.resource_version,
  e.application_id, host(e.ip_address) AS ip_address, e.user_agent, e.request_id, e.occurred_at AS occur_time,
  e.created_at AS create_time, m.before::text AS before, m.after::text AS after
FROM audit_events e LEFT JOIN audit_images m ON m.event_id = e.id
WHERE e.resource = 'identities/018f0000-0000-7000-8000-' || :n
ORDER BY e.sequence DESC LIMIT 51;
