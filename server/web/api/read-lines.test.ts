import type { CountProgress } from "@otklik/shared/settings/due-changes";
import type { ClientResponse } from "hono/client";
import { describe, expect, it } from "vitest";
import { followCount, readLines } from "./read-lines";

/** A stream of these pieces; it is lost at the end when an error is given. */
function streamOf(pieces: readonly Uint8Array[], lostBy?: Error): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(piece);
      else if (lostBy !== undefined) controller.error(lostBy);
      else controller.close();
    },
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  return lines;
}

describe("readLines", () => {
  const text = '{"a":"день"}\n{"a":"два"}\n';

  it.each([1, 2, 3, 7, 100])("finds the lines in pieces of %i bytes", async (size) => {
    const all = bytes(text);
    const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
      all.slice(i * size, (i + 1) * size),
    );
    expect(await read(streamOf(pieces))).toEqual([{ a: "день" }, { a: "два" }]);
  });

  it.each([
    ["no line", "", []],
    ["an empty line between", "1\n\n2\n", [1, 2]],
    ["a last line without its end", "1\n2", [1, 2]],
  ])("%s", async (_case, written, lines) => {
    expect(await read(streamOf([bytes(written)]))).toEqual(lines);
  });

  it("refuses what is not JSON", async () => {
    await expect(read(streamOf([bytes("1\n<html>\n")]))).rejects.toThrow(SyntaxError);
  });

  it("lets the stream go when the reader has enough", async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes("1\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const line of readLines(endless)) if (line === 1) break;
    expect(isCancelled).toBe(true);
  });
});

describe("followCount", () => {
  const line = (counted: number, done = false): CountProgress => ({
    counted,
    of: 2,
    changed: 0,
    earlier: 0,
    later: 0,
    done,
    changes: [],
  });
  const written = (...lines: readonly CountProgress[]) =>
    lines.map((each) => bytes(`${JSON.stringify(each)}\n`));
  const going = () => new AbortController();

  async function follow(answer: () => Promise<Response>, stopper = going()) {
    const seen: number[] = [];
    const end = await followCount(
      answer as () => Promise<ClientResponse<unknown, number, string>>,
      stopper.signal,
      ({ counted }) => seen.push(counted),
    );
    return { end, seen };
  }

  it("tells every line and ends with the last", async () => {
    const { end, seen } = await follow(
      async () => new Response(streamOf(written(line(1), line(2, true), line(9)))),
    );
    expect(seen).toEqual([1, 2]);
    expect(end).toEqual({ kind: "done", progress: line(2, true) });
  });

  it.each([
    ["ends early", undefined],
    ["is lost", new TypeError("network error")],
  ])("says how far it got when the answer %s", async (_how, lostBy) => {
    const { end } = await follow(async () => new Response(streamOf(written(line(1)), lostBy)));
    expect(end).toEqual({ kind: "broken", progress: line(1) });
  });

  it("tells what the person has stopped from what broke", async () => {
    const stopper = going();
    const { end } = await follow(async () => {
      stopper.abort();
      return new Response(streamOf(written(line(1)), stopper.signal.reason));
    }, stopper);
    expect(end.kind).toBe("cancelled");
  });

  it("gives a refusal back as it was told", async () => {
    const problem = { code: "calendar-cannot-count", title: "…", type: "", status: 422 };
    const { end } = await follow(async () => new Response(JSON.stringify(problem), { status: 422 }));
    expect(end).toEqual({ kind: "refused", problem });
  });

  it.each([
    ["no answer at all", () => Promise.reject(new TypeError("failed to fetch"))],
    ["a page of a proxy", async () => new Response("<html></html>")],
  ])("is unreachable after %s", async (_case, answer) => {
    expect((await follow(answer)).end).toEqual({ kind: "unreachable" });
  });
});
