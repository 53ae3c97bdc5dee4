-- A row belongs to one organisation, and a transaction sees and writes the rows of those organisations alone that its
-- setting `otklik.orgs` names; without it, none. The owner sees all of them: migrations, copies, and the few
-- functions that answer with its rights.

-- The organisations of the transaction, as a list of UUIDs; null when there are none.
CREATE FUNCTION current_orgs() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT NULLIF(current_setting('otklik.orgs', true), '')::uuid[] $$;
--> statement-breakpoint
-- Closes every table that names an organisation and is not closed yet: also what later migrations add, for the
-- server calls it whenever it starts, and what was restored under another owner.
CREATE FUNCTION owner_only.secure_rows() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT c.oid::regclass AS name, a.attname AS key
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
      AND a.attname = CASE c.relname WHEN 'organisations' THEN 'id' ELSE 'org_id' END
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT (
        c.relrowsecurity AND c.relforcerowsecurity
        AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'of_the_transaction')
        AND EXISTS (
          SELECT FROM pg_policy p JOIN pg_roles r ON p.polroles = ARRAY[r.oid]
          WHERE p.polrelid = c.oid AND p.polname = 'of_the_owner' AND r.rolname = current_user
        )
      )
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', found.name);
    EXECUTE format('DROP POLICY IF EXISTS of_the_transaction ON %s', found.name);
    EXECUTE format('DROP POLICY IF EXISTS of_the_owner ON %s', found.name);
    -- The setting is read once for a statement, not once for a row.
    EXECUTE format(
      'CREATE POLICY of_the_transaction ON %s USING (%I = ANY ((SELECT current_orgs())::uuid[]))',
      found.name, found.key
    );
    EXECUTE format('CREATE POLICY of_the_owner ON %s TO CURRENT_USER USING (true)', found.name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Every request of every extension asks this: the setting and the question are one statement. A token names its
-- organisation, and is worth nothing there without the device's secret.
CREATE FUNCTION device_callers(tokens text[], addresses text[], orgs uuid[], hashes text[])
RETURNS TABLE (
  token text, address text, org_id uuid, device_id uuid, person_id uuid, scope text[], roles text[], zone text,
  rules_revision integer, locale locale, is_noted boolean
)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('otklik.orgs', orgs::text, true);
  RETURN QUERY
  SELECT asked.token, asked.address, d.org_id, d.id, d.person_id, d.scope, p.roles, o.zone, o.rules_revision, o.locale,
    coalesce(d.last_used_at > now() - interval '1 hour', false)
  FROM unnest(tokens, addresses, orgs, hashes) AS asked (token, address, org_id, secret_hash)
  JOIN devices d ON d.org_id = asked.org_id AND d.secret_hash = decode(asked.secret_hash, 'hex')
  JOIN people p ON p.org_id = d.org_id AND p.id = d.person_id
  JOIN organisations o ON o.id = d.org_id
  WHERE d.revoked_at IS NULL AND p.disabled_at IS NULL;
END $$;
--> statement-breakpoint
-- Every toolbar asks this. Only open complaints are read, from the index alone.
CREATE FUNCTION count_open_complaints(
  org uuid, person uuid, at timestamptz, day_end timestamptz, window_end timestamptz, listed integer
)
RETURNS TABLE (
  overdue integer, due_today integer, due_in_window integer, still_open integer,
  my_overdue integer, my_due_today integer, my_due_in_window integer, my_still_open integer,
  coming float8[], my_coming float8[]
)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('otklik.orgs', ARRAY[org]::text, true);
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
-- Words and sketches are compared by operators that PostgreSQL does not let into an index before a row is known to be
-- visible. These two look there with the owner's rights, in an organisation of the transaction and in no other.
CREATE FUNCTION complaints_by_words(org uuid, words tsquery, at_most integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = public, pg_temp
-- Planned for these words, and never by reading the whole table.
SET plan_cache_mode = force_custom_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  IF NOT coalesce(org = ANY (current_orgs()), false) THEN RETURN; END IF;
  RETURN QUERY SELECT c.id FROM complaints c WHERE c.org_id = org AND c.search @@ words LIMIT at_most;
END $$;
--> statement-breakpoint
CREATE FUNCTION sketches_sharing(org uuid, wanted integer[], at_most integer)
RETURNS TABLE (complaint_id uuid, bands integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  IF NOT coalesce(org = ANY (current_orgs()), false) THEN RETURN; END IF;
  RETURN QUERY
  SELECT s.complaint_id, s.bands FROM text_sketches s WHERE s.org_id = org AND s.bands && wanted LIMIT at_most;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION complaints_by_words(uuid, tsquery, integer),
  sketches_sharing(uuid, integer[], integer) FROM PUBLIC;
