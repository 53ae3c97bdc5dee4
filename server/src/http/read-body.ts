import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Context } from "hono";
import { RegisterError } from "../errors";
import { isNestedDeeperThan } from "./json-nesting";

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
// `__proto__` written plainly or with escapes of its letters, which only hostile senders use.
const PROTO_KEY = /__proto__|\\u00[57][0-9a-f]|\\u006[0-9a-f]/i;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** The one reader of JSON bodies: what it returns is JSON in UTF-8, within the limits of size and depth. */
export async function readJson(c: Context): Promise<unknown> {
  requireJson(c);
  const text = decode(await readBytes(c, LIMITS.jsonBytes));
  if (isNestedDeeperThan(LIMITS.jsonDepth, text)) throw new RegisterError("body-too-deep");
  try {
    // A reviver makes parsing several times slower, so it looks only at the rare text that needs it.
    return PROTO_KEY.test(text) ? JSON.parse(text, refuseProto) : JSON.parse(text);
  } catch (error) {
    throw error instanceof RegisterError ? error : new RegisterError("malformed-json");
  }
}

function requireJson(c: Context): void {
  const type = c.req.header("content-type");
  if (type === undefined || (type !== "application/json" && !JSON_TYPE.test(type))) {
    throw new RegisterError("unsupported-media-type");
  }
  // An inflated body could be a thousand times its limit.
  const encoding = c.req.header("content-encoding");
  if (encoding !== undefined && encoding !== "identity") throw new RegisterError("unsupported-media-type");
}

async function readBytes(c: Context, limit: number): Promise<ArrayBuffer | Uint8Array> {
  const declared = c.req.header("content-length");
  if (declared !== undefined) {
    if (Number(declared) > limit) throw new RegisterError("body-too-large");
    try {
      return await c.req.raw.arrayBuffer();
    } catch (error) {
      // The sender went away in the middle.
      throw new RegisterError("malformed-json", { cause: error });
    }
  }
  return readUndeclared(c.req.raw.body, limit);
}

async function readUndeclared(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new RegisterError("body-too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RegisterError("bad-encoding");
  }
}

function refuseProto(key: string, value: unknown): unknown {
  if (key === "__proto__") {
    throw new RegisterError("invalid-request", { errors: [{ path: key, reason: "unrecognized_keys" }] });
  }
  return value;
}
