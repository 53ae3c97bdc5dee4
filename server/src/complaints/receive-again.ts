import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { ReceiveAgain } from "@otklik/shared/complaint/term-changes";
import { and, eq } from "drizzle-orm";
import { complaints } from "../db/schema";
import { readTerms } from "../deadlines/complaint-terms";
import { endPauseOf } from "../deadlines/end-pause-of";
import { movesOf } from "../deadlines/plan-dates";
import { replaceDueDates } from "../deadlines/replace-due-dates";
import { restartTerms } from "../deadlines/restart-terms";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordDatedEvent } from "../journal/record-dated-event";
import { findComplaint } from "./find-complaint";
import { lockOpenComplaint } from "./lock-complaint";

/**
 * The same came once more in another way, such as in writing after a call. It is a new event: every clock runs
 * anew from it, as its channel has them. The complainant who was waited for has come: a pause ends.
 *
 * @throws RegisterError `not-found`, `conflict-of-interest`, `complaint-closed`, `complaint-merged`; `invalid-request` when it is
 *   said to have come later than now, or earlier than the complaint itself or the event from which it runs now
 */
export async function receiveAgain(
  deps: Deps,
  caller: Caller,
  { id, channel, ...input }: ReceiveAgain & { readonly id: string },
): Promise<Complaint> {
  const receivedAt = new Date(input.receivedAt);
  await withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      const row = await lockOpenComplaint(tx, caller, id);
      const now = deps.now();
      if (receivedAt > now) throw wrongInstant("in-future");
      if (receivedAt < row.receivedAt) throw wrongInstant("before-complaint");
      // What was answered before it was re-opened would be owed again from then, and long be overdue.
      if (row.restartedAt !== null && receivedAt < row.restartedAt) throw wrongInstant("before-restart");
      const restart = { restartedAt: receivedAt, restartedChannel: channel };
      await tx
        .update(complaints)
        .set(restart)
        .where(and(eq(complaints.orgId, caller.orgId), eq(complaints.id, id)));
      const waiting = await readTerms(tx, book, caller, { ...row, ...restart });
      const terms = await endPauseOf(tx, caller.orgId, waiting, now);
      const replacements = restartTerms(terms, book.calendar, caller.zone, "written");
      await replaceDueDates(tx, caller.orgId, replacements, now);
      await recordDatedEvent(tx, caller, id, {
        kind: "received_again",
        data: { channel, receivedAt: receivedAt.toISOString(), moves: movesOf(terms, replacements) },
      });
    }),
  );
  return findComplaint(deps, caller, id);
}

function wrongInstant(reason: "in-future" | "before-complaint" | "before-restart"): RegisterError {
  return new RegisterError("invalid-request", { errors: [{ path: "receivedAt", reason }] });
}
