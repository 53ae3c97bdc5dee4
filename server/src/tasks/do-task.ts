import type { DoTask, TaskDone } from "@otklik/shared/complaint/task";
import { and, eq, isNull } from "drizzle-orm";
import { decideExtensionIn } from "../complaints/decide-extension";
import { lockComplaint } from "../complaints/lock-complaint";
import { taskLinks } from "../db/schema";
import { withRules } from "../deadlines/with-rules";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { permissionsOf } from "../people/permissions-of";
import { type FoundTask, keyOf, readTask } from "./find-task";

/**
 * Decides a later date by a link, in the name of the person it was made for, with the same checks as at the desk.
 * Sent again, it tells what was decided and changes nothing.
 *
 * @throws RegisterError `not-found` when the link opens nothing, whatever the reason; and those of `decideExtension`
 */
export async function doTask(deps: Deps, { token, decision, comment }: DoTask): Promise<TaskDone> {
  const key = keyOf(token);
  const found = await deps.tenants.read(key.orgId, (tx) => readTask(tx, key, deps.now()));
  if (found === null) throw new RegisterError("not-found");
  const caller = callerOf(found);
  const { complaintId: id, position } = found.link;
  return withRules(deps, caller, (book) =>
    deps.tenants.within(caller.orgId, async (tx) => {
      await lockComplaint(tx, caller.orgId, id);
      // Once more behind the lock: of two at once the second sees what the first has decided.
      const now = await readTask(tx, key, deps.now());
      if (now === null) throw new RegisterError("not-found");
      if (now.decision !== null) return { decision: now.decision, already: true };
      const used = await tx
        .update(taskLinks)
        .set({ usedAt: deps.now() })
        .where(
          and(
            eq(taskLinks.orgId, key.orgId),
            eq(taskLinks.secretHash, key.secretHash),
            isNull(taskLinks.usedAt),
          ),
        )
        .returning({ task: taskLinks.task });
      const [link] = used;
      if (link === undefined) throw new RegisterError("not-found");
      const data = {
        complaint: { id, incomingNumber: now.task.incomingNumber },
        task: link.task,
        person: { id: now.decider.id, name: now.decider.name },
        issuedBy: now.issuedBy,
      };
      await recordPeopleEvent(tx, caller, { kind: "task_link_used", data }, id);
      await decideExtensionIn(tx, book, caller, { id, position, decision, comment, now: deps.now() });
      return { decision, already: false };
    }),
  );
}

/** The person as if they were signed in, but for this one thing. */
function callerOf({ orgId, decider, organisation }: FoundTask): Caller {
  return {
    orgId,
    personId: decider.id,
    deviceId: null,
    sessionId: null,
    roles: decider.roles,
    permissions: permissionsOf(decider.roles, ["extension:decide"]),
    zone: organisation.zone,
    rulesRevision: organisation.rulesRevision,
    locale: organisation.locale,
  };
}
