import fc from "fast-check";

/** As much of JSON Schema as the contracts use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** Finds what a `$ref` names. */
export type Resolve = (ref: string) => JsonSchema;

const DEEPEST = 6;
const LONGEST_LIST = 3;
const BIGGEST = 2 ** 31;

/**
 * Values that mostly fit the schema. What it cannot say (a rule over two fields, an id that exists) may still be wrong.
 *
 * @param ids that exist; they are tried where an id is expected
 */
export function fittingValue(
  schema: JsonSchema,
  resolve: Resolve,
  ids: readonly string[],
  depth = 0,
): fc.Arbitrary<unknown> {
  const inner = (part: JsonSchema) => fittingValue(part, resolve, ids, depth + 1);
  if (depth > DEEPEST) return fc.constant(null);
  if (schema.$ref !== undefined) return inner(resolve(schema.$ref));
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined && either.length > 0) return fc.oneof(...either.map(inner));
  if (schema.allOf !== undefined) {
    return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts));
  }
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  switch (type) {
    case "object":
      return objectOf(schema, inner);
    case "array":
      return listOf(schema, inner);
    case "string":
      return stringOf(schema, ids);
    case "integer":
      return fc.integer(rangeOf(schema));
    case "number":
      return fc.integer(rangeOf(schema));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties, propertyNames }: JsonSchema,
  inner: (part: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === "object" && Object.keys(properties).length === 0) {
    const names = propertyNames === undefined ? fc.string({ maxLength: 10 }) : inner(propertyNames);
    return fc.dictionary(names.map(String), inner(additionalProperties), { maxKeys: LONGEST_LIST });
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, inner(property)]),
  );
  const present = required.filter((name) => name in model);
  return fc.record(model, { requiredKeys: present });
}

function listOf(
  { items = {}, prefixItems, minItems = 0, maxItems = LONGEST_LIST }: JsonSchema,
  inner: (part: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map(inner));
  return fc.array(inner(items), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, LONGEST_LIST)),
  });
}

function stringOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 50 } = schema;
  switch (format) {
    case "uuid":
      return ids.length === 0 ? fc.uuid() : fc.oneof(fc.uuid(), fc.constantFrom(...ids));
    case "date-time":
      return instant().map((at) => at.toISOString());
    case "date":
      return instant().map((at) => at.toISOString().slice(0, 10));
    case "uri":
      return fc.webUrl();
    case "email":
      return fc.emailAddress();
  }
  if (pattern !== undefined) return matching(pattern);
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 50)), unit: "grapheme" });
}

/** What fast-check cannot build (a look ahead, a class of Unicode) is tried with words instead. */
function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    return fc.lorem({ maxCount: 3 });
  }
}

function instant(): fc.Arbitrary<Date> {
  return fc.date({ min: new Date("2019-01-01"), max: new Date("2031-01-01"), noInvalidDate: true });
}

function rangeOf({ minimum = 0, maximum = 1_000 }: JsonSchema): { min: number; max: number } {
  const min = Math.max(-BIGGEST, Math.ceil(minimum));
  return { min, max: Math.max(min, Math.min(BIGGEST, Math.floor(maximum))) };
}
