import { useEffect, useState } from "preact/hooks";
import type { Draft } from "../storage/database";
import { askRegisteredBefore, type Lookup } from "./ask-registered-before";
import { questionOf } from "./draft-question";

/** Draft and question, so that a draft that is looked at again is not asked about again. */
const asked = new Map<string, Promise<Lookup>>();
const KEPT = 50;

/** What the register has of a draft's posts; null until it is known. One request for a draft, none while typing. */
export function useRegisteredBefore(draft: Draft): Lookup | null {
  const question = questionOf(draft);
  const name = question === null ? null : JSON.stringify([draft.id, question]);
  const [found, setFound] = useState<{ readonly name: string; readonly lookup: Lookup } | null>(null);
  useEffect(() => {
    if (question === null || name === null) return;
    let isCurrent = true;
    const asking = asked.get(name) ?? askRegisteredBefore(question);
    asked.set(name, asking);
    for (const old of [...asked.keys()].slice(0, -KEPT)) asked.delete(old);
    asking.then(
      (lookup) => {
        // Asked again when it is next looked at: the network may be back.
        if (lookup.kind !== "answer") asked.delete(name);
        if (isCurrent) setFound({ name, lookup });
      },
      () => asked.delete(name),
    );
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return found !== null && found.name === name ? found.lookup : null;
}
