import type { Complaint } from "@otklik/shared/complaint/complaint";
import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { complaintSubjects, people } from "../db/schema";

/** The colleagues whom a complaint is about, by name. */
export async function subjectsOf(
  db: Queryable,
  orgId: string,
  complaintId: string,
): Promise<Complaint["subjects"]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(complaintSubjects)
    .innerJoin(
      people,
      and(eq(people.orgId, complaintSubjects.orgId), eq(people.id, complaintSubjects.personId)),
    )
    .where(and(eq(complaintSubjects.orgId, orgId), eq(complaintSubjects.complaintId, complaintId)))
    .orderBy(asc(people.name), asc(people.id));
}
