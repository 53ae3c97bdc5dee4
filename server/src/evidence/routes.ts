import { sha256Schema } from "@otklik/shared/complaint/clip";
import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import type { AppEnv } from "../http/app-env";
import type { Authorise } from "../http/authenticate";
import { describe } from "../http/describe";
import { validate } from "../http/validate";
import { findEvidence } from "./find-evidence";
import { storeEvidence } from "./store-evidence";

const bySha256 = z.strictObject({ sha256: sha256Schema });
/** Never shown by the address itself: what is inside was written by strangers. */
const DOWNLOADS: Partial<Record<EvidenceMediaType, { readonly mediaType: string; readonly ending: string }>> =
  {
    "text/html": { mediaType: "text/html; charset=utf-8", ending: "html" },
    "message/rfc822": { mediaType: "message/rfc822", ending: "eml" },
  };
/** In a frame of the desk alone: without scripts, without a network, and of no origin. */
const INERT_FRAME =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
/** Whatever is inside stays inert even when it is opened as a page. */
const INERT = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** Files of complaints by their hash: sent up once, then downloaded or looked at. */
export function evidenceRoutes(deps: Deps, authorise: Authorise) {
  return new Hono<AppEnv>()
    .put(
      "/:sha256",
      describe(
        "Send the bytes of a file that a registered clip names; up to 10 MB, with its declared media type",
        { 201: { description: "Stored" }, 204: { description: "Had been stored before" } },
        ["not-signed-in", "not-allowed", "not-found", "body-too-large", "evidence-mismatch", "storage-full"],
      ),
      authorise("complaint:register"),
      validate("param", bySha256),
      async (c) => {
        const declaredBytes = c.req.header("content-length");
        const outcome = await storeEvidence(deps, c.get("caller"), {
          ...c.req.valid("param"),
          mediaType: c.req.header("content-type") ?? "",
          bytes: declaredBytes === undefined ? null : Number(declaredBytes),
          source: c.req.raw.body ?? new ReadableStream({ start: (controller) => controller.close() }),
        });
        return outcome === "stored" ? c.body(null, 201) : c.body(null, 204);
      },
    )
    .get(
      "/:sha256/view",
      describe(
        "A page's snapshot for a frame of the desk: inert, and of no origin. Opened by itself it is not shown",
        { 200: { description: "The snapshot", mediaType: "text/html" } },
        ["not-signed-in", "not-allowed", "not-found"],
      ),
      authorise("complaint:read"),
      validate("param", bySha256),
      async (c) => {
        const file = await findEvidence(deps, c.get("caller"), c.req.valid("param").sha256);
        const isFramed = c.req.header("sec-fetch-dest") === "iframe";
        if (file.mediaType !== "text/html" || !isFramed) throw new RegisterError("not-found");
        return c.body(file.stream, 200, {
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy": INERT_FRAME,
          "X-Frame-Options": "SAMEORIGIN",
          "Cache-Control": "no-store",
        });
      },
    )
    .get(
      "/:sha256",
      describe(
        "The bytes of a file",
        { 200: { description: "As they were sent", mediaType: "application/octet-stream" } },
        ["not-signed-in", "not-allowed", "not-found"],
      ),
      authorise("complaint:read-own"),
      validate("param", bySha256),
      async (c) => {
        const { sha256 } = c.req.valid("param");
        const file = await findEvidence(deps, c.get("caller"), sha256);
        const download = DOWNLOADS[file.mediaType];
        return c.body(file.stream, 200, {
          "Content-Type": download?.mediaType ?? file.mediaType,
          "Content-Length": String(file.bytes),
          "Content-Disposition":
            download === undefined
              ? "inline"
              : `attachment; filename="${sha256.slice(0, 12)}.${download.ending}"`,
          "Content-Security-Policy": INERT,
        });
      },
    );
}
