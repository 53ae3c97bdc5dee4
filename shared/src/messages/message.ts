/**
 * Typed messages. A catalogue is a flat object of texts; `{name}` stands for a parameter. A
 * text that depends on a number is an object of CLDR plural forms, chosen by `count`. The
 * parameters are read from the English text by the type checker, and a translation that
 * lacks a key does not compile.
 */

import type { Locale } from "../people/locale";

type PluralForms = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };
export type MessageText = string | PluralForms;
export type Catalogue = Readonly<Record<string, MessageText>>;

/** The same keys as the source catalogue, in another language with its own plural forms. */
export type Translation<Source extends Catalogue> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralForms;
};

type ParameterNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

type TextsOf<Entry> = Entry extends string
  ? Entry
  : Entry extends PluralForms
    ? Entry["other"] | "{count}"
    : never;

type Parameters<Entry> = {
  readonly [Name in ParameterNames<TextsOf<Entry>>]: Name extends "count" ? number : string | number;
};

type Rest<Entry> = [ParameterNames<TextsOf<Entry>>] extends [never] ? [] : [parameters: Parameters<Entry>];

/** Says one message of a catalogue in a language. */
export type Say<Source extends Catalogue> = <Key extends keyof Source & string>(
  locale: Locale,
  key: Key,
  ...rest: Rest<Source[Key]>
) => string;

/**
 * Makes the function that says the messages of one catalogue. Numbers are written in the
 * language's own way; text parameters are put in as they are, set apart where they could turn the words round them.
 */
export function sayFrom<const Source extends Catalogue>(catalogues: {
  readonly en: Source;
  readonly ru: Translation<NoInfer<Source>>;
}): Say<Source> {
  return (locale, key, ...rest) => {
    const parameters: Readonly<Record<string, string | number>> = rest[0] ?? {};
    const entry: MessageText = catalogues[locale][key] ?? key;
    return fill(
      typeof entry === "string" ? entry : pluralForm(locale, entry, parameters),
      locale,
      parameters,
    );
  };
}

function pluralForm(
  locale: Locale,
  forms: PluralForms,
  parameters: Readonly<Record<string, string | number>>,
): string {
  return forms[formatsOf(locale).plural.select(Number(parameters.count))] ?? forms.other;
}

function fill(text: string, locale: Locale, parameters: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? formatsOf(locale).number.format(value) : setApart(value);
  });
}

/** Letters that run from right to left, and signs that change which way the line runs. */
const TURNING =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Between a first strong isolate and its end, which also ends what the text itself has left open. */
function setApart(text: string): string {
  return TURNING.test(text) ? `\u2068${text}\u2069` : text;
}

interface Formats {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

/** Making them takes longer than using them a hundred times. */
const formats = new Map<Locale, Formats>();

function formatsOf(locale: Locale): Formats {
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) };
  formats.set(locale, made);
  return made;
}
