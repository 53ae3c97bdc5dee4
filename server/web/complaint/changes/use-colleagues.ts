import type { Colleague } from "@otklik/shared/people/colleague";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";

/** The people of the organisation to choose from, by name; null until they are there. */
export function useColleagues() {
  const { ask } = useSession();
  const [colleagues, setColleagues] = useState<readonly Colleague[] | Failure | null>(null);
  const load = async () => {
    setColleagues(null);
    const outcome = await ask(({ api }) => api.colleagues.$get());
    setColleagues(outcome.kind === "done" ? outcome.body.colleagues : outcome);
  };
  useEffect(() => void load(), []);
  return { colleagues, load };
}
