import { sayMailFile } from "../messages/mail-file";
import { Field } from "./Field";
import { marksOf } from "./field-marks";
import type { FieldProps } from "./field-props";

/** What a mail is known by: whom it is to, its own id, the one that it answers. Shown of mails alone; nobody corrects it. */
export function MailField(props: FieldProps) {
  const { locale, draft } = props;
  const { mail } = draft.request.clip;
  if (mail === null || mail === undefined) return null;
  const facts = [
    ["mail.to", mail.to],
    ["mail.id", mail.messageId],
    ["mail.inReplyTo", mail.inReplyTo ?? null],
  ] as const;
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <Field locale={locale} label={sayMailFile(locale, "mail")} inputId={null} marks={marksOf(props, "mail")}>
      <dl class="mail-marks">
        {known.map(([key, value]) => (
          <div key={key}>
            <dt>{sayMailFile(locale, key)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Field>
  );
}
