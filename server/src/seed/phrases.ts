import type { ComplaintKind } from "@otklik/shared/complaint/vocabulary";
import type { DEFAULT_TOPICS } from "@otklik/shared/messages/topic/index";

export type SeedTopic = (typeof DEFAULT_TOPICS)[number];

/**
 * The pieces that texts are made of. `{item}`, `{order}`, `{days}`, `{sum}` and `{hour}` are filled
 * in; every piece is a whole sentence, so that any of them may follow any other.
 */
export interface Phrases {
  /** Given names and invented surnames; nobody is meant. */
  readonly people: readonly { readonly name: string; readonly handle: string }[];
  /** Goods, in the case that the sentences need. */
  readonly items: readonly string[];
  readonly openings: readonly string[];
  readonly incidents: Readonly<Record<SeedTopic, readonly string[]>>;
  readonly consequences: readonly string[];
  readonly endings: Readonly<Record<ComplaintKind, readonly string[]>>;
  readonly remedies: readonly string[];
  /** Why a later date is asked for, and why a complaint is opened again. */
  readonly reasons: { readonly extension: string; readonly reopening: string };
  readonly pages: {
    readonly social: string;
    readonly review: string;
    readonly inbox: string;
    readonly desk: string;
  };
}
