import type { Locale } from "@otklik/shared/people/locale";
import type { Permission, Role } from "@otklik/shared/people/roles";
import type { Logger } from "pino";
import type { Registrar } from "./complaints/registrar";
import type { Sketcher } from "./complaints/sketcher";
import type { Across } from "./db/across";
import type { Tenants } from "./db/tenants";
import type { RuleBooks } from "./deadlines/rule-books";
import type { Env } from "./env";
import type { FileStore } from "./evidence/file-store";
import type { Limits } from "./http/rate-limits";
import type { MailSender } from "./mail/mail-sender";
import type { ReceiptSigner } from "./proof/receipt-key";

/** What verbs work with. One object, made by `createDeps` and in tests; nothing is a module-level singleton. */
export interface Deps {
  readonly tenants: Tenants;
  readonly across: Across;
  readonly env: Env;
  readonly files: FileStore;
  readonly registrar: Registrar;
  readonly ruleBooks: RuleBooks;
  readonly sketcher: Sketcher;
  readonly receipts: ReceiptSigner;
  readonly limits: Limits;
  /** Null when no mail server is configured: links are then shown, to be passed on. */
  readonly mail: MailSender | null;
  readonly log: Logger;
  /** The process's clock; a number's year and the registration instant are the database's. */
  readonly now: () => Date;
}

/** Who asks: a person at the desk, or a device that acts for a person. */
export interface Caller {
  readonly orgId: string;
  readonly personId: string;
  /** Null at the desk. */
  readonly deviceId: string | null;
  /** Of the browser at the desk; null for a device. */
  readonly sessionId: string | null;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** Of the organisation, an IANA name: the local day and the year of a number are taken in it. */
  readonly zone: string;
  /** Of the organisation's calendars and regulations: asks `ruleBooks` for those in force. */
  readonly rulesRevision: number;
  /** The reader's language: asked for by `Accept-Language`, else the organisation's. */
  readonly locale: Locale;
}
