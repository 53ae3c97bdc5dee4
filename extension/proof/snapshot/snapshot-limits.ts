/** What one snapshot may take. */
export interface SnapshotLimits {
  readonly nodes: number;
  /** UTF-16 units of markup, pictures aside. */
  readonly characters: number;
  /** Bytes of all pictures together, as they stand in the markup. */
  readonly pictureBytes: number;
  /** Work in all, pauses aside. */
  readonly workMs: number;
  /** Work in one go: the page waits so long. */
  readonly sliceMs: number;
}

/** In UTF-8 the whole stays under 4 MiB. */
export const SNAPSHOT_LIMITS: SnapshotLimits = {
  nodes: 20_000,
  characters: 600_000,
  pictureBytes: 2_000_000,
  workMs: 1_000,
  sliceMs: 25,
};

/** Work in slices, the page's own turn between them. */
export class Slices {
  readonly #limits: Pick<SnapshotLimits, "workMs" | "sliceMs">;
  readonly #pause: () => Promise<void>;
  #worked = 0;
  #began = performance.now();

  constructor(limits: Pick<SnapshotLimits, "workMs" | "sliceMs">, pause: () => Promise<void>) {
    this.#limits = limits;
    this.#pause = pause;
  }

  get isOver(): boolean {
    return this.#worked + this.#spent > this.#limits.workMs;
  }

  /** Whether it is the page's turn. */
  get isDue(): boolean {
    return this.#spent > this.#limits.sliceMs;
  }

  async giveTurn(): Promise<void> {
    this.#worked += this.#spent;
    await this.#pause();
    this.#began = performance.now();
  }

  get #spent(): number {
    return performance.now() - this.#began;
  }
}
