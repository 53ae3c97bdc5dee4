import type { Database } from "./client";

/** Whose it is. */
export interface PersonKey {
  readonly orgId: string;
  readonly personId: string;
}

/**
 * What has to look across organisations, and nothing more of it. Each question has a function in the database
 * that answers it with the owner's rights; everything else goes through `Tenants`.
 */
export interface Across {
  /**
   * Whose password may be given with an address: one person may belong to several organisations with it. Who has been
   * shut out is among them, so that they can be told.
   *
   * @param email as `emailSchema` gives it
   */
  accountsByEmail(email: string): Promise<readonly PersonKey[]>;
  /** The same without those who were shut out: whom anything else by an address may be meant for. */
  peopleByEmail(email: string): Promise<readonly PersonKey[]>;
  /** Whom an identity provider vouches for, as it names itself and them. */
  peopleByIdentity(issuer: string, subject: string): Promise<readonly PersonKey[]>;
  /** Whose passkey it is. @param credentialId base64url, as the browser names it */
  peopleByPasskey(credentialId: string): Promise<readonly PersonKey[]>;
  /** Whether a device of this origin was ever paired, revoked or not. */
  isPairedOrigin(origin: string): Promise<boolean>;
  /** All organisations; the installation itself is none. */
  organisationIds(): Promise<readonly string[]>;
  hasOrganisation(): Promise<boolean>;
  /** Returns when the database has answered. */
  reach(): Promise<void>;
}

/** The questions across organisations, by the connections of the role that may ask them. */
export function createAcross(db: Pick<Database, "$client">): Across {
  const sql = db.$client;
  return {
    accountsByEmail: (email) => sql<PersonKey[]>`
      SELECT org_id AS "orgId", person_id AS "personId" FROM accounts_by_email(${email})`,
    peopleByEmail: (email) => sql<PersonKey[]>`
      SELECT org_id AS "orgId", person_id AS "personId" FROM people_by_email(${email})`,
    peopleByIdentity: (issuer, subject) => sql<PersonKey[]>`
      SELECT org_id AS "orgId", person_id AS "personId" FROM people_by_identity(${issuer}, ${subject})`,
    peopleByPasskey: (credentialId) => sql<PersonKey[]>`
      SELECT org_id AS "orgId", person_id AS "personId" FROM people_by_passkey(${credentialId})`,
    async isPairedOrigin(origin) {
      const [row] = await sql<{ known: boolean }[]>`SELECT is_paired_origin(${origin}) AS known`;
      return row?.known === true;
    },
    async organisationIds() {
      const rows = await sql<{ id: string }[]>`SELECT id FROM organisation_ids() AS id`;
      return rows.map(({ id }) => id);
    },
    async hasOrganisation() {
      const [row] = await sql<{ known: boolean }[]>`SELECT has_organisation() AS known`;
      return row?.known === true;
    },
    async reach() {
      await sql`SELECT 1`;
    },
  };
}
