import type { Context } from "hono";
import type { Logger } from "pino";
import type { AppEnv } from "./app-env";

/** Each line is one JSON value. */
export const LINES_MEDIA_TYPE = "application/x-ndjson";

const encoder = new TextEncoder();

/**
 * Answers with lines as they come. What is thrown before the first of them is an ordinary refusal; later the
 * answer breaks off, which its reader sees by the missing last line. A reader that leaves ends the iteration;
 * one that is slow slows it down.
 */
export async function streamLines(c: Context<AppEnv>, lines: AsyncIterable<unknown>, log: Logger) {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const requestId = c.get("requestId");
  let next: Promise<IteratorResult<unknown>> | null = Promise.resolve(first);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const line = await (next ?? iterator.next());
        next = null;
        if (line.done) return controller.close();
        controller.enqueue(encoder.encode(`${JSON.stringify(line.value)}\n`));
      } catch (error) {
        log.error({ requestId, err: error }, "an answer broke off");
        controller.close();
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  // A proxy that gathers what it passes on would hide the progress.
  return c.body(body, 200, { "Content-Type": LINES_MEDIA_TYPE, "X-Accel-Buffering": "no" });
}
