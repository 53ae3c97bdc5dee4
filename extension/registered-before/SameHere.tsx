import type { Locale } from "@otklik/shared/people/locale";
import { useDrafts } from "../draft/use-drafts";
import { sayBefore } from "../messages/registered-before";
import { useOutbox } from "../outbox/use-outbox";
import type { Draft } from "../storage/database";
import { sameHere } from "./same-here";

interface Props {
  readonly locale: Locale;
  readonly draft: Draft;
}

/** That the same post is in this browser once more, in a draft or on its way: each would get a number of its own. */
export function SameHere({ locale, draft }: Props) {
  const { drafts } = useDrafts();
  const [outbox] = useOutbox();
  const here = sameHere(draft, drafts ?? [], outbox ?? []);
  if (here.drafts === 0 && here.queued === 0) return null;
  return (
    <section class="before same" aria-label={sayBefore(locale, "here")}>
      <p class="headline">{sayBefore(locale, "here")}</p>
      {here.drafts > 0 && <p>{sayBefore(locale, "here.drafts", { count: here.drafts })}</p>}
      {here.queued > 0 && <p>{sayBefore(locale, "here.queued", { count: here.queued })}</p>}
    </section>
  );
}
