/** From where somebody asks: shown to them with their sessions, devices and sign-ins. */
export interface Visit {
  /** Network address of the browser. */
  readonly address: string;
  /** As the browser names itself, shortened; null when it does not. */
  readonly userAgent: string | null;
}
