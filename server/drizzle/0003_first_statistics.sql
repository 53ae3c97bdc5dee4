-- Every index begins with the organisation's id. Until PostgreSQL has looked at the tables' content it
-- takes an organisation's rows for a handful and may look one up by any of the indexes, reading all of
-- the organisation's; a plan made so is kept while the first thousands come in. So it is shown tables
-- of two organisations, and goes by them until it has looked at the real ones.
INSERT INTO organisations (id, name, zone, locale)
SELECT ('00000000-0000-0000-0000-00000000000' || n)::uuid, '', 'UTC', 'en' FROM generate_series(0, 1) n;
--> statement-breakpoint
INSERT INTO people (org_id, id, name, email, password_hash, roles)
SELECT ('00000000-0000-0000-0000-00000000000' || n % 2)::uuid, gen_random_uuid(), '', n::text, '', '{}'
FROM generate_series(1, 1000) n;
--> statement-breakpoint
INSERT INTO complaints (
  org_id, id, year, ordinal, kind, channel, anonymous, clip, content_hash, received_at, registered_at,
  registered_by, responsible_id, next_due_at
)
SELECT p.org_id, gen_random_uuid(), 2000, p.email::integer, 'general', 'web', false,
  jsonb_build_object('narrative', p.email), '', now(), now(), p.id, p.id, now()
FROM people p WHERE p.org_id < '00000000-0000-0000-0000-000000000002';
--> statement-breakpoint
-- Without a list of the commonest values, in which the real organisations would be missed.
ALTER TABLE people ALTER COLUMN org_id SET STATISTICS 1;
--> statement-breakpoint
ALTER TABLE complaints ALTER COLUMN org_id SET STATISTICS 1;
--> statement-breakpoint
ANALYZE people, complaints;
--> statement-breakpoint
ALTER TABLE people ALTER COLUMN org_id SET STATISTICS -1;
--> statement-breakpoint
ALTER TABLE complaints ALTER COLUMN org_id SET STATISTICS -1;
--> statement-breakpoint
DELETE FROM complaints WHERE org_id < '00000000-0000-0000-0000-000000000002';
--> statement-breakpoint
DELETE FROM people WHERE org_id < '00000000-0000-0000-0000-000000000002';
--> statement-breakpoint
DELETE FROM organisations WHERE id < '00000000-0000-0000-0000-000000000002';
