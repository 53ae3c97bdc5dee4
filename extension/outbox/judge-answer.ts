import type { ClipAdded, RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import type { Problem } from "@otklik/shared/problem";
import { problemIn, type ServerAnswer } from "../api/server-answer";
import type { JoinedComplaint, OutboxReceipt } from "../storage/database";

/** What an answer means for the clip that was sent, and for those behind it. */
export type Verdict =
  | { readonly verdict: "accepted" }
  /** The server failed on this clip; another may fare better. */
  | { readonly verdict: "retry-item"; readonly problem: Problem | null }
  /** The server is busy, or what answered is not it: everything waits. */
  | { readonly verdict: "wait"; readonly problem: Problem | null; readonly retryAfterMs: number | null }
  | { readonly verdict: "pair-again" }
  /** Sending it again unchanged would be refused again. */
  | { readonly verdict: "park"; readonly problem: Problem };

/** Of the 4xx, these say "not now" or "not this server", not "not this clip". */
const NOT_ABOUT_THE_CLIP = new Set([408, 421, 425, 429]);

/** Judges the status of a registration or an upload. */
export function judgeAnswer(answer: ServerAnswer): Verdict {
  const { status, retryAfterMs } = answer;
  if (status >= 200 && status < 300) return { verdict: "accepted" };
  const problem = problemIn(answer.body);
  if (status === 401 && problem !== null) return { verdict: "pair-again" };
  if (status === 500) return { verdict: "retry-item", problem };
  // A refusal that is not in our words comes from something in between: a proxy, a hotel's sign-in page.
  if (status < 400 || status > 500 || NOT_ABOUT_THE_CLIP.has(status) || problem === null) {
    return { verdict: "wait", problem, retryAfterMs };
  }
  return { verdict: "park", problem };
}

/** The body as the answer that this very clip joined a complaint; null when it is not, whatever the status says. */
export function addedReceiptIn(
  body: unknown,
  id: string,
  { id: addedTo }: JoinedComplaint,
): OutboxReceipt | null {
  if (typeof body !== "object" || body === null) return null;
  if (!("id" in body) || body.id !== id || !("complaintId" in body) || body.complaintId !== addedTo)
    return null;
  if (!("incomingNumber" in body) || typeof body.incomingNumber !== "string") return null;
  if (!("addedAt" in body) || typeof body.addedAt !== "string") return null;
  const { complaintId: _complaint, addedAt, ...added } = body as ClipAdded;
  return { ...added, registeredAt: addedAt, receivedAt: addedAt, dueDates: [], addedTo };
}

/** The body as the receipt of this very clip; null when it is not, whatever the status says. */
export function receiptIn(body: unknown, id: string): RegisteredComplaint | null {
  if (typeof body !== "object" || body === null) return null;
  if (!("id" in body) || body.id !== id) return null;
  if (!("incomingNumber" in body) || typeof body.incomingNumber !== "string") return null;
  if (!("dueDates" in body) || !Array.isArray(body.dueDates)) return null;
  return body as RegisteredComplaint;
}
