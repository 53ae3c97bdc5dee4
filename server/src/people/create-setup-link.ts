import { setupLinks } from "../db/schema";
import type { Deps } from "../deps";
import { browserHost, type Env } from "../env";
import { isLoopback } from "../loopback";
import { hashSecret, INSTALLATION_ID, newSecret } from "./secrets";

const MINUTES = 15;

/** Makes a link by which the first admin sets the organisation up: for one use, within 15 minutes. */
export async function createSetupLink(
  deps: Pick<Deps, "tenants" | "env" | "now">,
): Promise<{ url: string; expiresAt: Date }> {
  const secret = newSecret();
  const createdAt = deps.now();
  const expiresAt = new Date(createdAt.getTime() + MINUTES * 60_000);
  await deps.tenants.within(INSTALLATION_ID, (tx) =>
    tx
      .insert(setupLinks)
      .values({ orgId: INSTALLATION_ID, secretHash: hashSecret(secret), createdAt, expiresAt }),
  );
  return { url: `${localUrl(deps.env)}/setup#${secret}`, expiresAt };
}

/** The link opens on the server's own machine alone, so it leads there whatever others call the server. */
function localUrl({ publicUrl, host, port }: Pick<Env, "publicUrl" | "host" | "port">): string {
  const own = browserHost(host);
  return !isLoopback(new URL(publicUrl).hostname) && isLoopback(own) ? `http://${own}:${port}` : publicUrl;
}
