ALTER TABLE "identities" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_org_id_id_unique" UNIQUE("org_id","id");--> statement-breakpoint
-- Whose password may be given with an address: also who has been shut out, so that they can be told so when it is the
-- right one. A question of its own: everything else that begins with an address still means those who may sign in.
CREATE FUNCTION accounts_by_email(wanted text) RETURNS TABLE (org_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT p.org_id, p.id FROM people p WHERE p.email = wanted ORDER BY p.org_id
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION accounts_by_email(text) FROM PUBLIC;
