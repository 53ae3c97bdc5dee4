import type { ProblemCode } from "@otklik/shared/problem-codes";
import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaintSubjects } from "../db/schema";
import type { Caller } from "../deps";
import { RegisterError } from "../errors";

/**
 * Whom a complaint is about may read it and decides nothing on it. Asked when the complaints are locked, so that
 * whoever is named meanwhile is seen.
 *
 * @param code of the refusal
 * @throws RegisterError when one of the complaints is about the caller
 */
export async function requireNoConflict(
  tx: Queryable,
  { orgId, personId }: Pick<Caller, "orgId" | "personId">,
  complaintIds: readonly string[],
  code: ProblemCode = "conflict-of-interest",
): Promise<void> {
  const about = await tx
    .select({ complaintId: complaintSubjects.complaintId })
    .from(complaintSubjects)
    .where(
      and(
        eq(complaintSubjects.orgId, orgId),
        inArray(complaintSubjects.complaintId, [...complaintIds]),
        eq(complaintSubjects.personId, personId),
      ),
    );
  if (about.length > 0) throw new RegisterError(code);
}
