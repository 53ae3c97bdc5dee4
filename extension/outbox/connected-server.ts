import type { Locale } from "@otklik/shared/people/locale";
import type { Connection } from "../api/connection";
import { clientOf } from "../api/register-client";
import { readAnswer } from "../api/server-answer";
import { serverFetch } from "../api/server-fetch";
import { destinationOf } from "./destination";
import type { OutboxServer } from "./outbox-server";

/** A screenshot over a slow line takes its time; a worker that is ended meanwhile begins it again. */
const UPLOAD_WITHIN_MS = 4 * 60_000;

/** The paired server, as the outbox speaks to it. */
export function connectedServer(connection: Connection, locale: Locale): OutboxServer {
  const { complaints } = clientOf(connection, locale).api;
  const upload = serverFetch(connection.token, UPLOAD_WITHIN_MS);
  return {
    destination: destinationOf(connection),
    registerOne: async (complaint) => readAnswer(await complaints.$post({ json: complaint })),
    registerMany: async (many) =>
      readAnswer(await complaints.batch.$post({ json: { complaints: [...many] } })),
    addClip: async (id, clip) =>
      readAnswer(await complaints[":id"].clips.$post({ param: { id }, json: clip })),
    // A body of bytes has no schema, and with it no place in the typed client.
    upload: async ({ sha256, mediaType, blob }) =>
      readAnswer(
        await upload(`${connection.origin}/api/evidence/${sha256}`, {
          method: "PUT",
          headers: { "Content-Type": mediaType, "Accept-Language": locale },
          body: blob,
        }),
      ),
  };
}
