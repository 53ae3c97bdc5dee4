const PATH = "/settings/regulation";

/** What the address of the regulation's page says. */
export interface RegulationAddress {
  /** The draft is open. */
  readonly isDraft: boolean;
  /** Which version is shown; null: the one in force. */
  readonly version: string | null;
  /** With which it is compared; null: with none. */
  readonly against: string | null;
}

/** What the page's address asks to be shown. */
export function readRegulationAddress(query: Readonly<Record<string, string>>): RegulationAddress {
  return {
    isDraft: query.draft !== undefined,
    version: query.version || null,
    against: query.against || null,
  };
}

/** Writes an address; what is usual is left out. */
export function writeRegulationAddress({ isDraft, version, against }: Partial<RegulationAddress>): string {
  if (isDraft) return `${PATH}?draft`;
  const query = new URLSearchParams();
  if (version) query.set("version", version);
  if (against) query.set("against", against);
  return query.size === 0 ? PATH : `${PATH}?${query}`;
}
