import type { SignInMethods } from "@otklik/shared/people/sign-in";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "./Session";

/** What this server offers beside a password, and whether it mails; null until it is known. Then how to ask again. */
export function useSignInMethods(): readonly [SignInMethods | Failure | null, () => Promise<void>] {
  const { ask } = useSession();
  const [methods, setMethods] = useState<SignInMethods | Failure | null>(null);
  const load = useCallback(async () => {
    const outcome = await ask(({ api }) => api["sign-in"].methods.$get());
    setMethods(outcome.kind === "done" ? outcome.body : outcome);
  }, [ask]);
  useEffect(() => void load(), [load]);
  return [methods, load];
}
