import ICAL from "ical.js";
import { z } from "zod";
import { unreadable } from "./calendar-file";

const propertySchema = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()]).rest(z.unknown());
const eventSchema = z.tuple([z.string(), z.array(propertySchema), z.unknown()]);
const calendarSchema = z.tuple([z.literal("vcalendar"), z.array(propertySchema), z.array(eventSchema)]);
const fileSchema = z.union([calendarSchema.transform((calendar) => [calendar]), z.array(calendarSchema)]);

/** One value of a property, with the type that the file gives it. */
export interface PropertyValue {
  readonly type: string;
  readonly value: unknown;
}

/** The properties of a calendar or of an event by their names, in lower case. */
export type Properties = ReadonlyMap<string, readonly PropertyValue[]>;

export interface ParsedCalendar {
  readonly properties: Properties;
  readonly events: readonly Properties[];
}

/**
 * The calendars of an iCalendar text, unfolded and unescaped but not understood yet: the library's own
 * counting of recurrences may never end.
 *
 * @throws RegisterError `calendar-unreadable`
 */
export function parseJcal(text: string): ParsedCalendar[] {
  const parsed = fileSchema.safeParse(parse(text));
  if (!parsed.success) throw unreadable("file", "not-well-formed");
  return parsed.data.map(([, properties, components]) => ({
    properties: byName(properties),
    events: components.filter(([name]) => name === "vevent").map(([, ofEvent]) => byName(ofEvent)),
  }));
}

function parse(text: string): unknown {
  try {
    return ICAL.parse(text);
  } catch {
    // It throws whatever it stumbles over.
    throw unreadable("file", "not-well-formed");
  }
}

function byName(properties: readonly z.output<typeof propertySchema>[]): Properties {
  const found = new Map<string, PropertyValue[]>();
  for (const [name, , type, ...values] of properties) {
    const known = found.get(name) ?? [];
    found.set(name, known);
    for (const value of values) known.push({ type, value });
  }
  return found;
}
