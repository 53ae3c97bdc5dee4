import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaints } from "../db/schema";
import { type TermsRow, termsColumns } from "../deadlines/complaint-terms";
import type { Caller } from "../deps";
import { RegisterError } from "../errors";
import { requireNoConflict } from "./require-no-conflict";

/** The complaint's row, locked until the transaction ends: whatever moves its dates goes one after the other. @throws RegisterError `not-found` */
export async function lockComplaint(tx: Queryable, orgId: string, id: string): Promise<TermsRow> {
  const [row] = await lockComplaints(tx, orgId, [id]);
  if (row === undefined) throw new RegisterError("not-found");
  return row;
}

/**
 * The complaint's row, locked, for somebody who may decide on it.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`
 */
export async function lockOpenComplaint(
  tx: Queryable,
  caller: Pick<Caller, "orgId" | "personId">,
  id: string,
): Promise<TermsRow> {
  const row = await lockComplaint(tx, caller.orgId, id);
  await requireNoConflict(tx, caller, [id]);
  checkOpen(row);
  return row;
}

/** Those of them that there are, locked in the order of their ids: so two such transactions never wait in a circle. */
export async function lockComplaints(
  tx: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<TermsRow[]> {
  return tx
    .select(termsColumns)
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), inArray(complaints.id, [...ids])))
    .orderBy(asc(complaints.id))
    .for("update");
}

/** @throws RegisterError `complaint-closed`, `complaint-merged` */
export function checkOpen({ closedAt, mergedInto }: Pick<TermsRow, "closedAt" | "mergedInto">): void {
  if (mergedInto !== null) throw new RegisterError("complaint-merged");
  if (closedAt !== null) throw new RegisterError("complaint-closed");
}
