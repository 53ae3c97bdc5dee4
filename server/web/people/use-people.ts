import type { Person } from "@otklik/shared/people/people";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";

/**
 * The people of the organisation by name.
 *
 * @param isOpen whether the person who looks may see them: else nothing is asked for
 */
export function usePeople(isOpen: boolean) {
  const { ask } = useSession();
  const [people, setPeople] = useState<readonly Person[] | Failure | null>(null);

  /** What is shown stays until the answer is there. */
  const load = async (): Promise<Person[] | null> => {
    const outcome = await ask(({ api }) => api.people.$get());
    setPeople(outcome.kind === "done" ? outcome.body.people : outcome);
    return outcome.kind === "done" ? outcome.body.people : null;
  };
  useEffect(() => {
    if (isOpen) void load();
  }, [isOpen]);

  /** Puts in a person who has come or changed. */
  const replace = (changed: Person) =>
    setPeople((known) => {
      if (known === null || "kind" in known) return known;
      return [...known.filter(({ id }) => id !== changed.id), changed].sort((a, b) =>
        a.name.localeCompare(b.name),
      );
    });
  return { people, load, replace };
}
