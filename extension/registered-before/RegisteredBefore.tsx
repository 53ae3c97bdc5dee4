import type { RegisteredBefore as Registered } from "@otklik/shared/capture/registered-before";
import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { sayBefore } from "../messages/registered-before";
import { useNow } from "../settings/use-now";
import type { Draft, JoinedComplaint } from "../storage/database";
import { AddButton } from "./AddButton";
import type { Lookup } from "./ask-registered-before";
import { ComplaintNumber } from "./ComplaintNumber";
import { SameHere } from "./SameHere";
import { sayNumber, sayWhoAndWhen } from "./say-registered";
import "./registered-before.css";

interface Props {
  readonly locale: Locale;
  readonly draft: Draft;
  /** What the register has of it; null until it is known. */
  readonly lookup: Lookup | null;
  readonly isSending: boolean;
  /** Sends the draft as a further clip of that complaint. */
  readonly onAdd: (complaint: JoinedComplaint) => void;
}

/** At the draft's top: whether the post is in the register already, or much the same words are. */
export function RegisteredBefore({ locale, draft, lookup, isSending, onAdd }: Props) {
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const names = lookup === null ? [] : namesOf(lookup);
  const isPassed = names.length > 0 && names.every((name) => passed.has(name));
  return (
    <div role="status">
      {lookup !== null && !isPassed && (
        <Found
          locale={locale}
          lookup={lookup}
          isSending={isSending}
          onAdd={onAdd}
          onGoOn={() => setPassed(new Set([...passed, ...names]))}
        />
      )}
      <SameHere locale={locale} draft={draft} />
    </div>
  );
}

/** What is shown of an answer: the very same post is another matter than one with much the same words. */
function namesOf(lookup: Lookup): string[] {
  if (lookup.kind !== "answer") return [];
  const { same, similar } = lookup.answer;
  return same.length > 0 ? same.map(({ id }) => `same ${id}`) : similar.map(({ id }) => `similar ${id}`);
}

interface FoundProps extends Omit<Props, "draft" | "lookup"> {
  readonly lookup: Lookup;
  readonly onGoOn: () => void;
}

function Found({ locale, lookup, isSending, onAdd, onGoOn }: FoundProps) {
  const now = useNow();
  // Said by the strip of the outbox already.
  if (lookup.kind === "not-paired") return null;
  if (lookup.kind === "not-asked") return <p class="hint">{sayBefore(locale, "notAsked")}</p>;
  const { same, similar, zone } = lookup.answer;
  const isSame = same.length > 0;
  const found: readonly Registered[] = isSame ? onePerComplaint(same) : similar;
  if (found.length === 0) return null;
  return (
    <section
      class={isSame ? "before same" : "before"}
      aria-label={sayBefore(locale, isSame ? "same" : "similar")}
    >
      <p class="headline">{sayBefore(locale, isSame ? "same" : "similar")}</p>
      <ul>
        {found.map((complaint) => (
          <li key={complaint.id}>
            <ComplaintNumber locale={locale} origin={lookup.origin} complaint={complaint} />{" "}
            <span>{sayWhoAndWhen(locale, complaint, now, zone)}</span>
            {!isSame && complaint.excerpt !== null && (
              <span class="excerpt" dir="auto">
                {complaint.excerpt}
              </span>
            )}
            {complaint.status !== "closed" && (
              <AddButton
                locale={locale}
                number={sayNumber(locale, complaint)}
                isSending={isSending}
                onAdd={() => onAdd({ id: complaint.id, incomingNumber: complaint.incomingNumber })}
              />
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={onGoOn}>
        {sayBefore(locale, "goOn")}
      </button>
    </section>
  );
}

/** Several posts of one draft may be in one complaint. */
function onePerComplaint(found: readonly Registered[]): Registered[] {
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
