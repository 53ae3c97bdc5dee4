/** Properties that only a file exported from here has, in the parser's lower case. */
export const OWN = {
  /** `off`, `holiday`, `work` or `short`. */
  day: "x-otklik-day",
  /** ISO weekdays, such as `6,7`. */
  weekend: "x-otklik-weekend",
  country: "x-otklik-country",
  /** From where the day off was moved, `MM-DD`. */
  moved: "x-otklik-moved",
} as const;
