/** When and where a page is read: dates in words are reckoned from here. */
export interface Moment {
  readonly now: Date;
  /** IANA name of the zone in which the browser shows dates. */
  readonly zone: string;
}
