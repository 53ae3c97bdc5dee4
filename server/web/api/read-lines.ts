import type { CountProgress } from "@otklik/shared/settings/due-changes";
import type { ClientResponse } from "hono/client";
import { type Failure, outcomeOf } from "./outcome";

/** What came of a count over the open complaints; what was counted until then is told with its end. */
export type Counted =
  | { readonly kind: "done"; readonly progress: CountProgress }
  /** The person has stopped it. */
  | { readonly kind: "cancelled"; readonly progress: CountProgress | null }
  /** The answer ended before its last line: the connection was lost, or the server was stopped. */
  | { readonly kind: "broken"; readonly progress: CountProgress | null }
  | Failure;

/**
 * Follows a streamed count (`application/x-ndjson`) to its end. Never throws.
 *
 * @param send sends the request with the signal, so that stopping ends it at the server too
 * @param onProgress told each line as it comes
 */
export async function followCount(
  send: (signal: AbortSignal) => Promise<ClientResponse<unknown, number, string>>,
  signal: AbortSignal,
  onProgress: (progress: CountProgress) => void,
): Promise<Counted> {
  let progress: CountProgress | null = null;
  try {
    const response = await send(signal);
    if (!response.ok || response.body === null) {
      const outcome = await outcomeOf(Promise.resolve(response));
      return outcome.kind === "done" ? { kind: "unreachable" } : outcome;
    }
    for await (const line of readLines(response.body)) {
      progress = line as CountProgress;
      onProgress(progress);
      if (progress.done) return { kind: "done", progress };
    }
  } catch {
    if (!signal.aborted && progress === null) return { kind: "unreachable" };
  }
  return { kind: signal.aborted ? "cancelled" : "broken", progress };
}

/**
 * The JSON values of a stream that has one on each line. A letter of several bytes may be cut between two
 * pieces, and so may a line.
 *
 * @throws SyntaxError when a line is not JSON, and what the stream throws when it is lost
 */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const lines = (rest + decoder.decode(piece.value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "") yield JSON.parse(line);
    }
    rest += decoder.decode();
    if (rest !== "") yield JSON.parse(rest);
  } finally {
    // Whoever has read enough lets the server know; of a stream that is lost there is nothing to let go.
    await reader.cancel().catch(() => undefined);
  }
}
