import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { Task } from "@otklik/shared/complaint/task";
import type { OwedClock } from "@otklik/shared/deadline/vocabulary";
import { mayDo } from "@otklik/shared/people/roles";
import { and, eq, gt, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../db/client";
import {
  complaintSubjects,
  complaints,
  organisations,
  people,
  taskLinks,
  termExtensions,
} from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { hashSecret, INSTALLATION_ID, parseToken } from "../people/secrets";

/** A link whose time is not over and whose person may still decide; used or not. */
export interface FoundTask {
  readonly orgId: string;
  readonly secretHash: Buffer;
  readonly link: Pick<typeof taskLinks.$inferSelect, "complaintId" | "position" | "usedAt">;
  readonly issuedBy: Pick<typeof people.$inferSelect, "id" | "name">;
  readonly decider: Pick<typeof people.$inferSelect, "id" | "name" | "roles">;
  readonly organisation: Pick<
    typeof organisations.$inferSelect,
    "name" | "zone" | "locale" | "rulesRevision"
  >;
  readonly decision: (typeof termExtensions.$inferSelect)["decision"];
  readonly task: Task;
}

/** By the link's secret. What has not the form of one costs the same and is found nowhere. */
export function keyOf(token: string): { readonly orgId: string; readonly secretHash: Buffer } {
  return parseToken(token) ?? { orgId: INSTALLATION_ID, secretHash: hashSecret(token) };
}

/**
 * What a link is for, while it may be used. Asking changes nothing: scanners of mails follow links.
 *
 * @throws RegisterError `not-found`: wrong, expired, used, withdrawn, or decided meanwhile, all alike
 */
export async function findTask(deps: Deps, token: string): Promise<Task> {
  const { orgId, secretHash } = keyOf(token);
  const found = await deps.tenants.read(orgId, (tx) => readTask(tx, { orgId, secretHash }, deps.now()));
  if (found === null || found.link.usedAt !== null || found.decision !== null)
    throw new RegisterError("not-found");
  return found.task;
}

/** One statement whatever the token, so that nothing is told by how long it takes. */
export async function readTask(
  tx: Queryable,
  { orgId, secretHash }: ReturnType<typeof keyOf>,
  now: Date,
): Promise<FoundTask | null> {
  const asker = alias(people, "asker");
  const issuer = alias(people, "issuer");
  const [row] = await tx
    .select({
      link: {
        complaintId: taskLinks.complaintId,
        position: taskLinks.position,
        usedAt: taskLinks.usedAt,
        expiresAt: taskLinks.expiresAt,
      },
      issuedBy: { id: issuer.id, name: issuer.name },
      decider: { id: people.id, name: people.name, roles: people.roles },
      organisation: {
        name: organisations.name,
        zone: organisations.zone,
        locale: organisations.locale,
        rulesRevision: organisations.rulesRevision,
      },
      complaint: { year: complaints.year, ordinal: complaints.ordinal, kind: complaints.kind },
      extension: {
        clock: sql<OwedClock>`${termExtensions.clock}`,
        fromDueOn: termExtensions.fromDueOn,
        toDueOn: termExtensions.toDueOn,
        reason: termExtensions.reason,
        requestedAt: termExtensions.requestedAt,
        decision: termExtensions.decision,
      },
      requestedBy: asker.name,
    })
    .from(taskLinks)
    .innerJoin(organisations, eq(organisations.id, taskLinks.orgId))
    .innerJoin(people, and(eq(people.orgId, taskLinks.orgId), eq(people.id, taskLinks.personId)))
    .innerJoin(
      complaints,
      and(eq(complaints.orgId, taskLinks.orgId), eq(complaints.id, taskLinks.complaintId)),
    )
    .innerJoin(
      termExtensions,
      and(
        eq(termExtensions.orgId, taskLinks.orgId),
        eq(termExtensions.complaintId, taskLinks.complaintId),
        eq(termExtensions.position, taskLinks.position),
      ),
    )
    .innerJoin(asker, and(eq(asker.orgId, taskLinks.orgId), eq(asker.id, termExtensions.requestedBy)))
    .innerJoin(issuer, and(eq(issuer.orgId, taskLinks.orgId), eq(issuer.id, taskLinks.issuedBy)))
    .where(
      and(
        eq(taskLinks.orgId, orgId),
        eq(taskLinks.secretHash, secretHash),
        isNull(taskLinks.revokedAt),
        gt(taskLinks.expiresAt, now),
        isNull(people.disabledAt),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(complaintSubjects)
            .where(
              and(
                eq(complaintSubjects.orgId, taskLinks.orgId),
                eq(complaintSubjects.complaintId, taskLinks.complaintId),
                eq(complaintSubjects.personId, taskLinks.personId),
              ),
            ),
        ),
      ),
    );
  if (row === undefined || !mayDo(row.decider.roles, "extension:decide")) return null;
  const { link, issuedBy, decider, organisation, complaint, extension, requestedBy } = row;
  const { decision, requestedAt, ...asked } = extension;
  return {
    orgId,
    secretHash,
    link,
    issuedBy,
    decider,
    organisation,
    decision,
    task: {
      organisation: organisation.name,
      locale: organisation.locale,
      zone: organisation.zone,
      incomingNumber: formatRegisterNumber(complaint.year, complaint.ordinal),
      kind: complaint.kind,
      ...asked,
      requestedBy,
      requestedAt: requestedAt.toISOString(),
      decider: decider.name,
      expiresAt: link.expiresAt.toISOString(),
    },
  };
}
