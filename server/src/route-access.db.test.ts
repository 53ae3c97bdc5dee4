import { ROLES, type Role } from "@otklik/shared/people/roles";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../tests/support/ask";
import { useDeps } from "../../tests/support/deps";
import { makeDevice, makeOrganisation, makePerson, signIn } from "../../tests/support/organisation";

const test = useDeps();

const CALLERS = ["nobody", "device", "revoked", "other site", ...ROLES] as const;
type CallerName = (typeof CALLERS)[number];

const ID = "0199aaaa-0000-4000-8000-000000000000";
const PLACES: Readonly<Record<string, string>> = {
  ":id": ID,
  ":position": "1",
  ":sha256": "ab".repeat(32),
  ":token": "nothing",
  ":country": "ZZ",
  ":userCode": "BBBB-BBBB",
};

/** What is asked with an empty body or of something that does not exist ends so for those let in. */
interface Access {
  /** Nobody needs to sign in, and this is what everybody gets. */
  readonly open?: number;
  readonly admitted?: number;
  /** Roles that are not let in. */
  readonly except?: readonly Role[];
  readonly device?: number;
  /** A cookie alone does not change anything for another site's page. */
  readonly guarded?: boolean;
}

const READS = { admitted: 404, device: 404 };
const CANNOT_REGISTER: readonly Role[] = ["approver", "chair", "auditor"];
const CANNOT_WORK: readonly Role[] = ["agent", ...CANNOT_REGISTER];
const MOVES = { admitted: 422, device: 403, except: CANNOT_WORK, guarded: true };
const CANNOT_WRITE_RULES: readonly Role[] = ["agent", "handler", "approver", "chair", "auditor"];

/** Every route of the API; one that is missing here fails the test. */
const ACCESS: Readonly<Record<string, Access>> = {
  "GET /api/openapi.json": { open: 200 },
  "GET /api/setup/:token": { open: 404 },
  "POST /api/setup": { open: 422 },
  "POST /api/session": { open: 422 },
  "GET /api/session": { admitted: 200, device: 200 },
  "DELETE /api/session": { admitted: 204, device: 204, guarded: true },
  "POST /api/pairings": { open: 422 },
  "POST /api/pairings/token": { open: 422 },
  "GET /api/pairings/:userCode": { admitted: 404, device: 403 },
  "POST /api/pairings/:userCode/decision": { admitted: 422, device: 403, guarded: true },
  "GET /api/devices": { admitted: 200, device: 403 },
  "DELETE /api/devices/current": { admitted: 404, device: 204, guarded: true },
  "DELETE /api/devices/:id": { admitted: 404, device: 403, guarded: true },
  "POST /api/complaints": { admitted: 422, device: 422, except: CANNOT_REGISTER, guarded: true },
  "POST /api/complaints/batch": { admitted: 422, device: 422, except: CANNOT_REGISTER, guarded: true },
  "GET /api/complaints": { admitted: 200, device: 200 },
  "GET /api/complaints/:id": READS,
  "GET /api/complaints/:id/proof": READS,
  "GET /api/complaints/:id/proof.zip": READS,
  "POST /api/complaints/registered-before": { admitted: 422, device: 422, guarded: true },
  "POST /api/complaints/:id/clips": { admitted: 422, device: 422, except: CANNOT_REGISTER, guarded: true },
  "POST /api/complaints/:id/steps": { admitted: 422, device: 403, except: CANNOT_REGISTER, guarded: true },
  "POST /api/complaints/:id/triage": MOVES,
  "POST /api/complaints/:id/extensions": { ...MOVES, except: [...CANNOT_WORK, "handler"] },
  "POST /api/complaints/:id/extensions/:position/decision": {
    ...MOVES,
    except: ["agent", "handler", "head", "approver", "auditor"],
  },
  "POST /api/complaints/:id/pauses": MOVES,
  "POST /api/complaints/:id/pauses/end": { ...MOVES, admitted: 404 },
  "POST /api/complaints/:id/reopening": MOVES,
  "POST /api/complaints/:id/merge": MOVES,
  "POST /api/complaints/:id/receipts": MOVES,
  "PUT /api/evidence/:sha256": { admitted: 404, device: 404, except: CANNOT_REGISTER, guarded: true },
  "GET /api/evidence/:sha256": READS,
  "GET /api/evidence/:sha256/view": READS,
  "GET /api/sites/health": { admitted: 200, except: ["agent", "handler", "approver", "chair"] },
  "POST /api/sites/health": { admitted: 422, device: 422, except: CANNOT_REGISTER, guarded: true },
  "GET /api/sites/corrections": { admitted: 200, device: 200 },
  "PUT /api/sites/corrections": {
    admitted: 415,
    except: ["agent", "handler", "head", "approver", "chair", "auditor"],
    guarded: true,
  },
  "GET /api/badge": { admitted: 200, device: 200 },
  "GET /api/calendar": { admitted: 200, device: 200 },
  "POST /api/calendar": { admitted: 422, except: CANNOT_WRITE_RULES, guarded: true },
  "POST /api/calendar/preview": { admitted: 422, except: CANNOT_WRITE_RULES, guarded: true },
  "POST /api/calendar/imports": { admitted: 422, except: CANNOT_WRITE_RULES, guarded: true },
  "GET /api/calendar/countries": { admitted: 200, device: 200 },
  "GET /api/calendar/countries/:country": { admitted: 422, device: 422 },
  "GET /api/calendar/file": { admitted: 422, device: 422 },
  "POST /api/recounts": { admitted: 200, except: CANNOT_WRITE_RULES, guarded: true },
  "GET /api/rules": { admitted: 200, device: 200 },
  "GET /api/regulation": { admitted: 200, device: 200 },
  "POST /api/regulation": { admitted: 422, except: CANNOT_WRITE_RULES, guarded: true },
  "POST /api/regulation/preview": { admitted: 422, except: CANNOT_WRITE_RULES, guarded: true },
  "PUT /api/regulation/draft": { admitted: 415, except: CANNOT_WRITE_RULES, guarded: true },
  "DELETE /api/regulation/draft": { admitted: 204, except: CANNOT_WRITE_RULES, guarded: true },
};

const headersOf = new Map<CallerName, () => Promise<Record<string, string>>>();

beforeAll(async () => {
  const { db } = test.deps;
  const organisation = await makeOrganisation(db);
  const admin = await makePerson(db, organisation, { roles: ["admin"] });
  headersOf.set("nobody", async () => ({}));
  // Anew for each question: one of the routes unpairs the device, another ends the session.
  headersOf.set("device", async () => ({ ...(await makeDevice(db, admin)).headers }));
  headersOf.set("revoked", async () => {
    const { id, headers } = await makeDevice(db, admin);
    await test.database.owner`UPDATE devices SET revoked_at = now() WHERE id = ${id}`;
    return { ...headers };
  });
  headersOf.set("other site", async () => ({
    ...(await signIn(db, admin)),
    "sec-fetch-site": "cross-site",
    origin: "https://evil.example",
  }));
  for (const role of ROLES) {
    const person = await makePerson(db, organisation, { roles: [role] });
    headersOf.set(role, async () => ({ ...(await signIn(db, person)) }));
  }
});

function expected(access: Access, caller: CallerName): number {
  if (access.open !== undefined) return access.open;
  if (caller === "nobody" || caller === "revoked") return 401;
  if (caller === "device") return access.device ?? 403;
  if (caller === "other site") return access.guarded ? 403 : (access.admitted ?? 403);
  return access.except?.includes(caller) ? 403 : (access.admitted ?? 403);
}

it("AUTH-02 the table names every route of the API, and no other", () => {
  const routes = test.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual(Object.keys(ACCESS).sort());
});

describe.each(Object.entries(ACCESS))("AUTH-02 %s", (route, access) => {
  it.each(CALLERS)("by %s", async (caller) => {
    const [method, path = ""] = route.split(" ");
    const at = path.replaceAll(/:\w+/g, (place) => PLACES[place] ?? place);
    const headers = (await headersOf.get(caller)?.()) ?? {};
    // Whoever begins pairing says which extension it is; another site's page cannot.
    const isOpenToSites = access.open !== undefined && caller !== "other site";
    const answer = await ask(test.app, `${method} ${at}`, {
      headers: {
        ...(isOpenToSites && { origin: "chrome-extension://abcdefghijklmnopabcdefghijklmnop" }),
        ...headers,
      },
      ...(method === "POST" && { json: {} }),
    });
    expect(answer.status).toBe(expected(access, caller));
  });
});
