import type { EvidenceKind } from "@otklik/shared/complaint/vocabulary";

/** What is known of a file beside the list that was signed. */
export interface ToldFile {
  readonly kind: EvidenceKind;
  /** Parts that the agent hid before it was hashed. */
  readonly masked: number;
  /** When its bytes came to the register; null while they are awaited, or where nobody tells. */
  readonly storedAt: string | null;
}

/** By hash. */
export type ToldFiles = ReadonlyMap<string, ToldFile>;
