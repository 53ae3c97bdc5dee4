-- What has to look across organisations, and nothing more of it: each answers its one question with the owner's
-- rights, whatever organisations the transaction is for.

-- Whom a sign-in may be meant for. Who has been shut out is nobody.
CREATE FUNCTION people_by_email(wanted text) RETURNS TABLE (org_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT p.org_id, p.id FROM people p
  WHERE p.email = wanted AND p.disabled_at IS NULL
  ORDER BY p.org_id
$$;
--> statement-breakpoint
-- Whom the identity provider vouches for.
CREATE FUNCTION people_by_identity(wanted_issuer text, wanted_subject text)
RETURNS TABLE (org_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT p.org_id, p.id FROM identities i JOIN people p ON p.org_id = i.org_id AND p.id = i.person_id
  WHERE i.issuer = wanted_issuer AND i.subject = wanted_subject AND p.disabled_at IS NULL
  ORDER BY p.org_id
$$;
--> statement-breakpoint
-- Whose passkey it is.
CREATE FUNCTION people_by_passkey(wanted text) RETURNS TABLE (org_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT p.org_id, p.id FROM passkeys k JOIN people p ON p.org_id = k.org_id AND p.id = k.person_id
  WHERE k.credential_id = wanted AND p.disabled_at IS NULL
  ORDER BY p.org_id
$$;
--> statement-breakpoint
-- Whether a device of this origin was ever paired: CORS asks before it is known who does.
CREATE FUNCTION is_paired_origin(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM devices d WHERE d.origin = wanted) $$;
--> statement-breakpoint
-- All organisations; the installation's own row, which holds those who look after it, is none.
CREATE FUNCTION organisation_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT o.id FROM organisations o WHERE o.id <> '00000000-0000-0000-0000-000000000000' ORDER BY o.id $$;
--> statement-breakpoint
CREATE FUNCTION has_organisation() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM organisation_ids()) $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION people_by_email(text), people_by_identity(text, text), people_by_passkey(text),
  is_paired_origin(text), organisation_ids(), has_organisation() FROM PUBLIC;
