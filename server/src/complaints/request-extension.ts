import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { RequestExtension } from "@otklik/shared/complaint/term-changes";
import { and, eq, max } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { termExtensions } from "../db/schema";
import { readTerms, type TermsRow } from "../deadlines/complaint-terms";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { checkExtension } from "./check-extension";
import { findComplaint } from "./find-complaint";
import { isWaitingExtension } from "./is-waiting-extension";
import { lockOpenComplaint } from "./lock-complaint";

/**
 * Asks for a later date, with the reason that the complainant will be told. The date stays as it is until
 * somebody has decided.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`, `step-already-recorded` when
 *   the clock has no date to be met, `extension-waiting`, and those of `checkExtension`
 */
export async function requestExtension(
  deps: Deps,
  caller: Caller,
  { id, clock, dueOn, reason }: RequestExtension & { readonly id: string },
): Promise<Complaint> {
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const row = await lockOpenComplaint(tx, caller, id);
      const terms = await readTerms(tx, book, caller, row);
      const now = deps.now();
      const present = checkExtension(
        terms,
        { clock, dueOn },
        { now, calendar: book.calendar, zone: caller.zone },
      );
      if (await isWaiting(tx, caller.orgId, row, clock)) throw new RegisterError("extension-waiting");
      const position = await nextPosition(tx, caller.orgId, id);
      const asked = { position, clock, fromDueOn: present.dueOn, toDueOn: dueOn, reason };
      await tx.insert(termExtensions).values({
        ...asked,
        orgId: caller.orgId,
        complaintId: id,
        requestedBy: caller.personId,
        requestedAt: now,
      });
      await recordDatedEvent(tx, caller, id, { kind: "extension_requested", data: asked });
    }),
  );
  return findComplaint(deps, caller, id);
}

async function isWaiting(
  tx: Queryable,
  orgId: string,
  row: TermsRow,
  clock: RequestExtension["clock"],
): Promise<boolean> {
  const waiting = await tx
    .select({ position: termExtensions.position })
    .from(termExtensions)
    .where(
      and(
        eq(termExtensions.orgId, orgId),
        eq(termExtensions.complaintId, row.id),
        eq(termExtensions.clock, clock),
        isWaitingExtension(row.restartedAt),
      ),
    );
  return waiting.length > 0;
}

async function nextPosition(tx: Queryable, orgId: string, complaintId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(termExtensions.position) })
    .from(termExtensions)
    .where(and(eq(termExtensions.orgId, orgId), eq(termExtensions.complaintId, complaintId)));
  return (row?.last ?? 0) + 1;
}
