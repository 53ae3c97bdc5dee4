import type { TaskLink } from "@otklik/shared/complaint/task";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { people, taskLinks, termExtensions } from "../db/schema";

/** The links of a complaint that may still be used. */
export async function openTaskLinks(
  db: Queryable,
  orgId: string,
  complaintId: string,
  now: Date,
): Promise<TaskLink[]> {
  const rows = await db
    .select({
      id: taskLinks.id,
      position: taskLinks.position,
      person: { id: people.id, name: people.name },
      issuedAt: taskLinks.issuedAt,
      expiresAt: taskLinks.expiresAt,
    })
    .from(taskLinks)
    .innerJoin(people, and(eq(people.orgId, taskLinks.orgId), eq(people.id, taskLinks.personId)))
    .innerJoin(
      termExtensions,
      and(
        eq(termExtensions.orgId, taskLinks.orgId),
        eq(termExtensions.complaintId, taskLinks.complaintId),
        eq(termExtensions.position, taskLinks.position),
      ),
    )
    .where(
      and(
        eq(taskLinks.orgId, orgId),
        eq(taskLinks.complaintId, complaintId),
        isNull(taskLinks.usedAt),
        isNull(taskLinks.revokedAt),
        gt(taskLinks.expiresAt, now),
        isNull(people.disabledAt),
        isNull(termExtensions.decision),
      ),
    )
    .orderBy(asc(taskLinks.issuedAt), asc(taskLinks.id));
  return rows.map(({ issuedAt, expiresAt, ...row }) => ({
    ...row,
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}
