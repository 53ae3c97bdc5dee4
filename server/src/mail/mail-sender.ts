import { fieldProblemsIn } from "@otklik/shared/field-problems";
import { type Mail, mailSchema } from "@otklik/shared/people/mail";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { MailSettings } from "../env";
import { RegisterError } from "../errors";
import { isLoopback } from "../loopback";

const PATIENCE = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 15_000,
} as const;

export interface MailSender {
  /**
   * Hands one mail to the mail server. Takes seconds when that is slow: never inside a transaction.
   *
   * @returns whether the mail server took it; why it did not is in the log
   * @throws RegisterError `invalid-request` unless the mail goes to exactly one plain address and its subject is one line
   */
  send(mail: Mail): Promise<boolean>;
}

/** Sends by the mail server of the settings; null where there is none. */
export function createMailSender(settings: MailSettings | null, log: Logger): MailSender | null {
  if (settings === null) return null;
  const server = new URL(settings.smtpUrl);
  const hasPassword = server.username !== "";
  const transport = createTransport({
    ...PATIENCE,
    host: server.hostname.replace(/^\[|\]$/g, ""),
    port: server.port === "" ? undefined : Number(server.port),
    secure: server.protocol === "smtps:",
    // A password never leaves this machine unencrypted.
    requireTLS: hasPassword && !isLoopback(server.hostname),
    auth: hasPassword
      ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      : undefined,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      const parsed = mailSchema.safeParse(mail);
      if (!parsed.success) {
        throw new RegisterError("invalid-request", { errors: fieldProblemsIn(parsed.error) });
      }
      const { to, subject, text } = parsed.data;
      try {
        await transport.sendMail({
          from: { name: "Otklik", address: settings.from },
          to: { name: "", address: to },
          envelope: { from: settings.from, to: [to] },
          subject,
          text,
          // Holiday notices and the like must not answer a machine.
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return true;
      } catch (error) {
        log.warn({ err: error }, "a mail was not sent");
        return false;
      }
    },
  };
}
