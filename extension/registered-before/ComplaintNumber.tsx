import type { RegisteredBefore } from "@otklik/shared/capture/registered-before";
import type { Locale } from "@otklik/shared/people/locale";
import { sayNumber } from "./say-registered";

interface Props {
  readonly locale: Locale;
  /** Of the desk. */
  readonly origin: string;
  readonly complaint: Pick<RegisteredBefore, "id" | "incomingNumber" | "isReadable">;
}

/** Leads to the complaint at the desk, when the agent may read it. */
export function ComplaintNumber({ locale, origin, complaint }: Props) {
  const number = sayNumber(locale, complaint);
  if (!complaint.isReadable) return <strong>{number}</strong>;
  return (
    <a href={`${origin}/complaints/${complaint.id}`} target="_blank" rel="noreferrer">
      {number}
    </a>
  );
}
