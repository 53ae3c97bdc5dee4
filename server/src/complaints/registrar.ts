import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

/** One clip on its way into the register, as `register_complaints` takes it. */
export interface RegistrationRow {
  readonly orgId: string;
  readonly id: string;
  /** JSON of the object that the SQL function reads; made once, so that batches are only joined. */
  readonly json: string;
}

/** What became of one clip. Nothing is answered before it is committed. */
export type Registered =
  | {
      readonly outcome: "created" | "existed";
      readonly year: number;
      readonly ordinal: number;
      readonly registeredAt: Date;
      readonly receivedAt: Date;
    }
  /** The id is taken by a clip with another content. */
  | { readonly outcome: "content_differs" }
  | { readonly outcome: "topic_unknown" }
  /** The due dates were counted for another local day or zone: count again from this instant. */
  | {
      readonly outcome: "day_changed";
      readonly now: Date;
      readonly today: IsoDate;
      readonly zone: string;
    };

/** Registers clips so that those of concurrent requests share a transaction. */
export interface Registrar {
  /** @throws RegisterError `unavailable` when the database cannot be reached or is overloaded */
  register(row: RegistrationRow): Promise<Registered>;
}
