import path from "node:path";
import type { Logger } from "pino";
import { createRegistrar } from "./complaints/registrar";
import { createSketcher } from "./complaints/sketcher";
import { createAcross } from "./db/across";
import type { Database } from "./db/client";
import { createTenants } from "./db/tenants";
import { createRuleBooks } from "./deadlines/rule-books";
import type { Deps } from "./deps";
import type { Env } from "./env";
import { createFolderStore } from "./evidence/folder-store";
import { createLimits } from "./http/rate-limits";
import { createMailSender } from "./mail/mail-sender";
import { createReceiptSigner } from "./proof/receipt-key";

/** What verbs of this installation work with, by the machine's clock. */
export function createDeps(db: Database, env: Env, log: Logger): Deps {
  const tenants = createTenants(db);
  const across = createAcross(db);
  return {
    tenants,
    across,
    env,
    log,
    files: createFolderStore(path.join(env.dataDir, "files")),
    registrar: createRegistrar(tenants),
    ruleBooks: createRuleBooks(tenants),
    sketcher: createSketcher({ across, tenants }, log),
    receipts: createReceiptSigner(env.dataDir),
    limits: createLimits(db, env),
    mail: createMailSender(env.mail, log),
    now: () => new Date(),
  };
}
