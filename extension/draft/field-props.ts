import type { Locale } from "@otklik/shared/people/locale";
import type { Draft } from "../storage/database";

/** What every field of the draft is given. */
export interface FieldProps {
  readonly locale: Locale;
  readonly draft: Draft;
  change(next: (draft: Draft) => Draft): void;
  /** What is wrong at a path such as `clip.narrative`, in the agent's words. */
  errorAt(path: string): string | undefined;
}
