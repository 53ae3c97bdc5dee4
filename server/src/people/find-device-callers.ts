import type { Locale } from "@otklik/shared/people/locale";
import type { Role } from "@otklik/shared/people/roles";
import type { Tenants } from "../db/tenants";
import type { Caller } from "../deps";
import { permissionsOf } from "./permissions-of";
import { parseToken } from "./secrets";

/** A device's token and the network address it came from. */
export interface ShownToken {
  readonly token: string;
  readonly address: string;
}

interface DeviceRow {
  token: string;
  address: string;
  orgId: string;
  deviceId: string;
  personId: string;
  scope: string[];
  roles: Role[];
  zone: string;
  rulesRevision: number;
  locale: Locale;
  isNoted: boolean;
}

/**
 * Who the tokens act for, in one query however many they are; what is revoked or unknown is
 * missing from the answer. Nothing is remembered between calls: a revocation holds at once.
 */
export async function findDeviceCallers(
  tenants: Tenants,
  shown: readonly ShownToken[],
): Promise<Map<string, Caller>> {
  const asked = shown.flatMap((one) => {
    const parsed = parseToken(one.token);
    return parsed === null ? [] : [{ ...one, ...parsed }];
  });
  if (asked.length === 0) return new Map();
  // Every request of every extension passes here. A token names its organisation, and is worth nothing there
  // without the device's secret.
  const rows = await tenants.call(
    [...new Set(asked.map((one) => one.orgId))],
    (sql, inside) => sql<DeviceRow[]>`
      SELECT token, address, org_id AS "orgId", device_id AS "deviceId", person_id AS "personId", scope, roles, zone,
             rules_revision AS "rulesRevision", locale, is_noted AS "isNoted"
      FROM device_callers(
        ${inside(sql`${asked.map((one) => one.token)}::text[]`)},
        ${asked.map((one) => one.address)}::text[],
        ${asked.map((one) => one.orgId)}::uuid[],
        ${asked.map((one) => one.secretHash.toString("hex"))}::text[]
      )`,
  );
  await noteUse(
    tenants,
    rows.filter((row) => !row.isNoted),
  );
  return new Map(rows.map((row) => [row.token, toCaller(row)]));
}

/** To the hour: a person wants to know which device lies unused and where it was, not when each request came. */
async function noteUse(tenants: Tenants, rows: readonly DeviceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tenants.ask(
    [...new Set(rows.map((row) => row.orgId))],
    (sql) => sql`
      WITH used AS (
        SELECT d.org_id, d.id, noted.address
        FROM unnest(
               ${rows.map((row) => row.orgId)}::uuid[],
               ${rows.map((row) => row.deviceId)}::uuid[],
               ${rows.map((row) => row.address)}::text[]
             ) AS noted (org_id, id, address)
        JOIN devices d ON d.org_id = noted.org_id AND d.id = noted.id
        -- Somebody else notes the same device now: two servers must not wait for each other in a circle.
        FOR UPDATE OF d SKIP LOCKED
      )
      UPDATE devices d SET last_used_at = now(), last_address = used.address
      FROM used WHERE d.org_id = used.org_id AND d.id = used.id`,
  );
}

function toCaller(row: DeviceRow): Caller {
  return {
    orgId: row.orgId,
    personId: row.personId,
    deviceId: row.deviceId,
    sessionId: null,
    roles: row.roles,
    permissions: permissionsOf(row.roles, row.scope),
    zone: row.zone,
    rulesRevision: row.rulesRevision,
    locale: row.locale,
  };
}
