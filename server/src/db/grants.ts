import type { Sql } from "postgres";

/**
 * What the role that the server works with may do to each table, and to which columns where an update
 * is limited. Nothing is deleted that the register must keep, events are only added, and what a
 * complaint was registered with never changes.
 */
export const APP_GRANTS = {
  organisations: "SELECT, INSERT, UPDATE",
  people: "SELECT, INSERT, UPDATE",
  sessions: "SELECT, INSERT, UPDATE, DELETE",
  devices: "SELECT, INSERT, UPDATE",
  pairings: "SELECT, INSERT, UPDATE, DELETE",
  setup_links: "SELECT, INSERT, UPDATE, DELETE",
  topics: "SELECT, INSERT, UPDATE",
  number_counters: "SELECT, INSERT, UPDATE",
  complaints:
    "SELECT, INSERT, UPDATE (status, kind, anonymous, legal_bases, topic_id, remedy_sought, responsible_id, next_due_at, closed_at, restarted_at, restarted_channel, merged_into)",
  due_dates: "SELECT, INSERT, UPDATE (met_at, superseded_at)",
  term_extensions: "SELECT, INSERT, UPDATE (decision, decided_by, decided_at, comment, notice)",
  pauses: "SELECT, INSERT, UPDATE (ended_at)",
  calendars: "SELECT, INSERT",
  regulations: "SELECT, INSERT",
  regulation_drafts: "SELECT, INSERT, UPDATE, DELETE",
  evidence: "SELECT, INSERT",
  added_clips: "SELECT, INSERT",
  complaint_posts: "SELECT, INSERT",
  text_sketches: "SELECT, INSERT",
  device_keys: "SELECT, INSERT",
  adapter_counts: "SELECT, INSERT, UPDATE (found, missed)",
  health_reports: "SELECT, INSERT, DELETE",
  site_corrections: "SELECT, INSERT",
  files: "SELECT, INSERT",
  events: "SELECT, INSERT",
  account_links: "SELECT, INSERT, UPDATE (spent_at)",
  totp_secrets: "SELECT, INSERT, UPDATE, DELETE",
  passkeys: "SELECT, INSERT, UPDATE (name, sign_count, last_used_at), DELETE",
  sign_in_steps: "SELECT, INSERT, UPDATE (attempts), DELETE",
  identities: "SELECT, INSERT, UPDATE (last_used_at), DELETE",
  sign_in_attempts: "SELECT, INSERT",
  rate_limits: "SELECT, INSERT, UPDATE, DELETE",
  task_links: "SELECT, INSERT, UPDATE (used_at, revoked_at)",
  complaint_subjects: "SELECT, INSERT, DELETE",
} as const;

/**
 * Functions that answer with the owner's rights: what has to look across organisations, or is asked so often that it
 * must not be filtered. Nobody else may call them.
 */
export const APP_FUNCTIONS: readonly string[] = [
  "accounts_by_email(text)",
  "people_by_email(text)",
  "people_by_identity(text, text)",
  "people_by_passkey(text)",
  "is_paired_origin(text)",
  "organisation_ids()",
  "has_organisation()",
  "register_complaints(jsonb)",
  "count_open_complaints(uuid, uuid, timestamptz, timestamptz, timestamptz, integer)",
  "complaints_by_words(uuid, tsquery, integer)",
  "sketches_sharing(uuid, integer[], integer)",
];

/** Gives the role exactly these rights, whatever it had before. */
export async function grantToApp(sql: Sql, role: string): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${sql(role)}`;
    await transaction`GRANT USAGE ON SCHEMA public TO ${sql(role)}`;
    for (const [table, rights] of Object.entries(APP_GRANTS)) {
      await transaction.unsafe(`GRANT ${rights} ON ${table} TO "${role}"`);
    }
    await transaction.unsafe(`GRANT EXECUTE ON FUNCTION ${APP_FUNCTIONS.join(", ")} TO "${role}"`);
  });
}
