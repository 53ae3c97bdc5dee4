-- Registering and counting run with the owner's rights, so that no hidden row costs them anything. Like the searches of
-- 0013 they now keep to the organisations of the transaction themselves: told another, one refuses, the other counts
-- nothing. The transaction's organisations come with the call, in the same statement.
CREATE OR REPLACE FUNCTION register_complaints(batch jsonb)
RETURNS TABLE (
  item integer,
  outcome text,
  year smallint,
  ordinal integer,
  registered_at timestamptz,
  received_at timestamptz,
  today date,
  zone text,
  rules_revision integer
)
LANGUAGE plpgsql SECURITY DEFINER
-- A plan made while the tables were small is kept by its connection; it must not read whole tables later.
SET enable_seqscan = off
SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  registered_now timestamptz;
  wanted integer;
  allowed integer;
  locked integer;
BEGIN
  -- The counters first, always in this order: so calls wait for each other but never in a circle, and
  -- all that follows sees what the ones before them have registered.
  WITH wanted_counters AS MATERIALIZED (
    SELECT DISTINCT i.org_id, extract(year FROM i.registered_on)::smallint AS year
    FROM jsonb_to_recordset(batch) AS i(org_id uuid, registered_on date)
  ), locked_counters AS (
    SELECT FROM number_counters c JOIN wanted_counters w ON w.org_id = c.org_id AND w.year = c.year
    WHERE c.series = 'incoming' ORDER BY c.org_id, c.year FOR UPDATE OF c
  )
  SELECT count(*), count(*) FILTER (WHERE w.org_id = ANY (current_orgs())), (SELECT count(*) FROM locked_counters)
  INTO wanted, allowed, locked
  FROM wanted_counters w;

  -- What the owner may see is not hidden from the statements below; nothing of this is kept when it is refused.
  IF allowed < wanted THEN
    RAISE insufficient_privilege USING MESSAGE = 'a complaint of an organisation that the transaction is not for';
  END IF;

  IF locked < wanted THEN
    -- The first complaint of a year. Inserting waits for whoever inserts the same counter.
    INSERT INTO number_counters (org_id, series, year, last_ordinal)
    SELECT DISTINCT o.id, 'incoming', extract(year FROM i.registered_on)::smallint, 0
    FROM jsonb_to_recordset(batch) AS i(org_id uuid, registered_on date)
    JOIN organisations o ON o.id = i.org_id
    WHERE i.registered_on = (clock_timestamp() AT TIME ZONE o.zone)::date
    ORDER BY 1, 3
    ON CONFLICT DO NOTHING;
    PERFORM FROM number_counters c
    JOIN (
      SELECT DISTINCT i.org_id, extract(year FROM i.registered_on)::smallint AS year
      FROM jsonb_to_recordset(batch) AS i(org_id uuid, registered_on date)
    ) w ON w.org_id = c.org_id AND w.year = c.year
    WHERE c.series = 'incoming' ORDER BY c.org_id, c.year FOR UPDATE OF c;
  END IF;

  -- Read under the lock: numbers of one organisation go up with their instants.
  registered_now := date_trunc('milliseconds', clock_timestamp());

  RETURN QUERY
  WITH items AS MATERIALIZED (
    SELECT i.*,
      o.zone AS true_zone,
      o.rules_revision AS true_rules_revision,
      (registered_now AT TIME ZONE o.zone)::date AS true_day,
      extract(year FROM i.registered_on)::smallint AS year,
      old.year AS old_year, old.ordinal AS old_ordinal,
      old.registered_at AS old_registered_at, old.received_at AS old_received_at,
      CASE
        WHEN old.content_hash = i.content_hash THEN 'existed'
        WHEN old.content_hash IS NOT NULL THEN 'content_differs'
        WHEN o.rules_revision <> i.rules_revision OR o.zone <> i.zone
          OR (registered_now AT TIME ZONE o.zone)::date <> i.registered_on THEN 'assumptions_changed'
        WHEN i.topic_id IS NOT NULL AND NOT EXISTS (
          SELECT FROM topics t WHERE t.org_id = i.org_id AND t.id = i.topic_id
        ) THEN 'topic_unknown'
        ELSE 'created'
      END AS outcome
    FROM ROWS FROM (
      jsonb_to_recordset(batch) AS (
        org_id uuid, id uuid, zone text, rules_revision integer, registered_on date, kind complaint_kind, channel channel,
        anonymous boolean, topic_id uuid, remedy_sought text, content_hash bytea, received_at timestamptz,
        person_id uuid, device_id uuid, next_due_at timestamptz, regulation text,
        regulation_version integer, calendar_version text, due_dates jsonb, clip jsonb,
        public_key text, manifest_hash text
      )
    ) WITH ORDINALITY AS i(
      org_id, id, zone, rules_revision, registered_on, kind, channel, anonymous, topic_id, remedy_sought,
      content_hash, received_at, person_id, device_id, next_due_at, regulation, regulation_version, calendar_version,
      due_dates, clip, public_key, manifest_hash, n
    )
    JOIN organisations o ON o.id = i.org_id
    LEFT JOIN LATERAL (
      SELECT * FROM complaints c WHERE c.org_id = i.org_id AND c.id = i.id LIMIT 1
    ) old ON true
  ), fresh AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY org_id, year ORDER BY n) AS place
    FROM items WHERE outcome = 'created'
  ), taken AS (
    UPDATE number_counters c SET last_ordinal = c.last_ordinal + f.n
    FROM (SELECT org_id, year, count(*)::integer AS n FROM fresh GROUP BY org_id, year) f
    WHERE c.org_id = f.org_id AND c.series = 'incoming' AND c.year = f.year
    RETURNING c.org_id, c.year, c.last_ordinal - f.n AS before
  ), registered AS (
    INSERT INTO complaints (
      org_id, id, year, ordinal, kind, channel, anonymous, topic_id, remedy_sought, clip, permalink_key,
      content_hash, received_at, registered_at, registered_by, responsible_id, next_due_at
    )
    SELECT f.org_id, f.id, f.year, (t.before + f.place)::integer, f.kind, f.channel, f.anonymous, f.topic_id,
      f.remedy_sought, f.clip, f.clip ->> 'permalinkKey', f.content_hash, f.received_at,
      registered_now, f.person_id, f.person_id, f.next_due_at
    FROM fresh f JOIN taken t ON t.org_id = f.org_id AND t.year = f.year
    RETURNING org_id, id, ordinal
  ), dated AS (
    INSERT INTO due_dates (
      org_id, complaint_id, clock, revision, due_at, due_on, provisional, start_at, regulation,
      regulation_version, rule_id, calendar_version
    )
    SELECT f.org_id, f.id, d.clock, 1, d.due_at, d.due_on, d.provisional,
      -- Left out where the term runs from the registration.
      coalesce(d.start_at, registered_now), f.regulation, f.regulation_version, d.rule_id, f.calendar_version
    FROM fresh f, jsonb_to_recordset(f.due_dates) AS d(
      clock clock, due_at timestamptz, due_on date, provisional boolean, start_at timestamptz, rule_id text
    )
  ), proved AS (
    INSERT INTO evidence (
      org_id, complaint_id, position, kind, sha256, media_type, bytes, region, masks, masked_parts
    )
    SELECT f.org_id, f.id, e.n, (e.file ->> 'kind')::evidence_kind, decode(e.file ->> 'sha256', 'hex'),
      e.file ->> 'mediaType', (e.file ->> 'bytes')::integer, nullif(e.file -> 'region', 'null'),
      e.file -> 'masks', (e.file ->> 'maskedParts')::integer
    FROM fresh f, jsonb_array_elements(f.clip -> 'evidence') WITH ORDINALITY AS e(file, n)
  ), posted AS (
    INSERT INTO complaint_posts (org_id, permalink_key, complaint_id)
    SELECT DISTINCT f.org_id, post ->> 'permalinkKey', f.id
    FROM fresh f, jsonb_array_elements(f.clip -> 'more') AS post
    WHERE post ->> 'permalinkKey' IS NOT NULL
  ), keyed AS (
    INSERT INTO device_keys (org_id, device_id, public_key, first_used_at)
    SELECT DISTINCT f.org_id, f.device_id, f.public_key, registered_now
    FROM fresh f WHERE f.public_key IS NOT NULL AND f.device_id IS NOT NULL
    ON CONFLICT DO NOTHING
    RETURNING org_id, device_id, public_key
  ), noted AS (
    INSERT INTO events (org_id, complaint_id, at, actor_id, device_id, kind, data)
    SELECT f.org_id, f.id, registered_now, f.person_id, f.device_id, 'registered',
      jsonb_strip_nulls(
        jsonb_build_object('year', f.year, 'ordinal', r.ordinal, 'manifestSha256', f.manifest_hash)
      )
    FROM fresh f JOIN registered r ON r.org_id = f.org_id AND r.id = f.id
    UNION ALL
    -- The log tells by which key a device signs, and whenever that becomes another.
    SELECT k.org_id, NULL, registered_now, d.person_id, k.device_id, 'device_key_recorded',
      jsonb_build_object('publicKey', k.public_key, 'isFirst', NOT EXISTS (
        SELECT FROM device_keys old WHERE old.org_id = k.org_id AND old.device_id = k.device_id
      ))
    FROM keyed k JOIN devices d ON d.org_id = k.org_id AND d.id = k.device_id
  )
  SELECT i.n::integer, i.outcome, coalesce(i.old_year, i.year), coalesce(i.old_ordinal, r.ordinal),
    coalesce(i.old_registered_at, registered_now), coalesce(i.old_received_at, i.received_at),
    i.true_day, i.true_zone, i.true_rules_revision
  FROM items i LEFT JOIN registered r ON r.org_id = i.org_id AND r.id = i.id;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_open_complaints(
  org uuid, person uuid, at timestamptz, day_end timestamptz, window_end timestamptz, listed integer
)
RETURNS TABLE (
  overdue integer, due_today integer, due_in_window integer, still_open integer,
  my_overdue integer, my_due_today integer, my_due_in_window integer, my_still_open integer,
  coming float8[], my_coming float8[]
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  IF NOT coalesce(org = ANY (current_orgs()), false) THEN RETURN; END IF;
  RETURN QUERY
  SELECT
    count(*) FILTER (WHERE next_due_at <= at)::int,
    count(*) FILTER (WHERE next_due_at > at AND next_due_at <= day_end)::int,
    count(*) FILTER (WHERE next_due_at > at AND next_due_at <= window_end)::int,
    count(*)::int,
    count(*) FILTER (WHERE mine AND next_due_at <= at)::int,
    count(*) FILTER (WHERE mine AND next_due_at > at AND next_due_at <= day_end)::int,
    count(*) FILTER (WHERE mine AND next_due_at > at AND next_due_at <= window_end)::int,
    count(*) FILTER (WHERE mine)::int,
    ARRAY(
      SELECT extract(epoch FROM next_due_at)::float8 * 1000 FROM complaints
      WHERE org_id = org AND closed_at IS NULL AND next_due_at > at
      ORDER BY next_due_at LIMIT listed
    ),
    ARRAY(
      SELECT extract(epoch FROM next_due_at)::float8 * 1000 FROM complaints
      WHERE org_id = org AND responsible_id = person AND closed_at IS NULL AND next_due_at > at
      ORDER BY next_due_at LIMIT listed
    )
  FROM (
    SELECT next_due_at, responsible_id = person AS mine FROM complaints WHERE org_id = org AND closed_at IS NULL
  ) AS open_ones;
END $$;
--> statement-breakpoint
-- Its rows are compared by row security, with what the call came with.
CREATE OR REPLACE FUNCTION device_callers(tokens text[], addresses text[], orgs uuid[], hashes text[])
RETURNS TABLE (
  token text, address text, org_id uuid, device_id uuid, person_id uuid, scope text[], roles text[], zone text,
  rules_revision integer, locale locale, is_noted boolean
)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT asked.token, asked.address, d.org_id, d.id, d.person_id, d.scope, p.roles, o.zone, o.rules_revision, o.locale,
    coalesce(d.last_used_at > now() - interval '1 hour', false)
  FROM unnest(tokens, addresses, orgs, hashes) AS asked (token, address, org_id, secret_hash)
  JOIN devices d ON d.org_id = asked.org_id AND d.secret_hash = decode(asked.secret_hash, 'hex')
  JOIN people p ON p.org_id = d.org_id AND p.id = d.person_id
  JOIN organisations o ON o.id = d.org_id
  WHERE d.revoked_at IS NULL AND p.disabled_at IS NULL;
END $$;
