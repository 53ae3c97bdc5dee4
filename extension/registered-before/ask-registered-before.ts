import type { AskRegisteredBefore, RegisteredBeforeAnswer } from "@otklik/shared/capture/registered-before";
import { usableConnection } from "../api/connection";
import { clientOf } from "../api/register-client";
import { readAnswer } from "../api/server-answer";
import { ServerUnreachable } from "../api/server-fetch";
import { readLocale } from "../settings/settings";

/** What the register knows of some posts, or why that was not learnt. */
export type Lookup =
  | { readonly kind: "answer"; readonly answer: RegisteredBeforeAnswer; readonly origin: string }
  /** The server did not answer, or is too old to know. */
  | { readonly kind: "not-asked" }
  | { readonly kind: "not-paired" };

/** Asks the server once; a failure is told and not tried again. */
export async function askRegisteredBefore(asked: AskRegisteredBefore): Promise<Lookup> {
  const connection = await usableConnection();
  if (connection === null) return { kind: "not-paired" };
  try {
    const { api } = clientOf(connection, await readLocale());
    const answer = await readAnswer(await api.complaints["registered-before"].$post({ json: asked }));
    return answer.status === 200 && isAnswer(answer.body)
      ? { kind: "answer", answer: answer.body, origin: connection.origin }
      : { kind: "not-asked" };
  } catch (error) {
    if (error instanceof ServerUnreachable) return { kind: "not-asked" };
    throw error;
  }
}

function isAnswer(body: unknown): body is RegisteredBeforeAnswer {
  return (
    typeof body === "object" &&
    body !== null &&
    "same" in body &&
    Array.isArray(body.same) &&
    "similar" in body &&
    Array.isArray(body.similar) &&
    "zone" in body &&
    typeof body.zone === "string"
  );
}
