import { extensionChoice } from "@otklik/shared/deadline/extension-choice";
import type { Locale } from "@otklik/shared/people/locale";
import type { Permission } from "@otklik/shared/people/roles";
import { decideExtension } from "../complaints/decide-extension";
import { findComplaint } from "../complaints/find-complaint";
import { recordStep } from "../complaints/record-step";
import { reopenComplaint } from "../complaints/reopen-complaint";
import { requestExtension } from "../complaints/request-extension";
import { triageComplaint } from "../complaints/triage-complaint";
import type { Caller, Deps } from "../deps";
import type { Phrases } from "./phrases";
import { en } from "./phrases-en";
import { ru } from "./phrases-ru";

/** What moves the dates of a few invented complaints, in turn. */
export const DEVELOPMENTS = ["triaged", "extended", "reopened"] as const;
export type Development = (typeof DEVELOPMENTS)[number];

const PHRASES: Readonly<Record<Locale, Phrases>> = { en, ru };

/**
 * Lets something happen to an open complaint that owes an answer, the way it really happens.
 *
 * @param callers in whose names: each thing is done by somebody who may do it
 * @returns false when nobody may, so that nothing has happened
 */
export async function developComplaint(
  deps: Deps,
  callers: readonly Caller[],
  id: string,
  development: Development,
): Promise<boolean> {
  switch (development) {
    case "triaged":
      return triage(deps, callers, id);
    case "extended":
      return extend(deps, callers, id);
    case "reopened":
      return reopen(deps, callers, id);
  }
}

async function triage(deps: Deps, callers: readonly Caller[], id: string): Promise<boolean> {
  const handler = whoMay(callers, "complaint:triage");
  if (handler === null) return false;
  await triageComplaint(deps, handler, { id, kind: "claim", anonymous: false, bases: ["refund"] });
  return true;
}

async function extend(deps: Deps, callers: readonly Caller[], id: string): Promise<boolean> {
  const [head, chair] = [whoMay(callers, "extension:request"), whoMay(callers, "extension:decide")];
  if (head === null || chair === null) return false;
  const { dueDates, window, extensions } = await findComplaint(deps, head, id);
  const answer = dueDates.find(({ clock }) => clock === "answer");
  if (answer === undefined || answer.rule.extension === null) return false;
  const { suggested: dueOn } = extensionChoice(answer, window);
  const reason = PHRASES[head.locale].reasons.extension;
  await requestExtension(deps, head, { id, clock: "answer", dueOn, reason });
  const position = extensions.length + 1;
  await decideExtension(deps, chair, { id, position, decision: "approved", comment: null });
  return true;
}

async function reopen(deps: Deps, callers: readonly Caller[], id: string): Promise<boolean> {
  const handler = whoMay(callers, "complaint:work");
  if (handler === null) return false;
  await recordStep(deps, handler, { id, clock: "answer" });
  await reopenComplaint(deps, handler, { id, reason: PHRASES[handler.locale].reasons.reopening });
  return true;
}

function whoMay(callers: readonly Caller[], permission: Permission): Caller | null {
  return callers.find(({ permissions }) => permissions.has(permission)) ?? null;
}
