import fc from "fast-check";
import { fittingValue, type JsonSchema, type Resolve } from "./from-schema";
import { HOSTILE_STRINGS, hostileValue } from "./hostile-values";
import { spoiled } from "./spoiled";

/** As much of `openapi.json` as is read here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

interface OpenApiOperation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** One route by one method, as it describes itself. */
export interface Operation {
  /** Such as `POST /api/complaints/{id}/merge`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  readonly operation: OpenApiOperation;
}

/** One request as it goes over the wire. */
export interface Request {
  readonly path: string;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly contentType: string | null;
  readonly language: string;
}

export function operationsOf({ paths }: OpenApi): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      statuses: Object.keys(operation.responses).map(Number),
      operation,
    })),
  );
}

/** Finds a `$ref` in the document. */
export function resolverOf({ components }: OpenApi): Resolve {
  return (ref) => components?.schemas?.[ref.split("/").at(-1) ?? ""] ?? {};
}

/** Requests to the route: most of them nearly right, so that they come further than its door. */
export function requestOf(
  { method, path, operation }: Operation,
  resolve: Resolve,
  ids: readonly string[],
): fc.Arbitrary<Request> {
  return fc
    .record({
      path: pathOf(path, operation, resolve, ids),
      query: queryOf(operation, resolve, ids),
      sent: method === "GET" || method === "HEAD" ? fc.constant(NOTHING) : bodyOf(operation, resolve, ids),
      language: fc.constantFrom("ru", "en", "xx;q=\u00e9", "*"),
    })
    .map(({ path, query, sent, language }) => ({
      path: query === "" ? path : `${path}?${query}`,
      language,
      ...sent,
    }));
}

const NOTHING = { body: null, contentType: null };
const segment = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 3_000) || "%20";
const hostileSegment = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS, "..", "*", ":id", "x".repeat(2_000)).map(segment),
  fc.constantFrom("%00", "%ff", "%", "%zz", "..%2f..", "%2e%2e", "a%0d%0ab"),
);

function pathOf(
  path: string,
  { parameters = [] }: OpenApiOperation,
  resolve: Resolve,
  ids: readonly string[],
) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const values = names.map((name) => {
    const schema = parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.schema;
    const fitting = schema === undefined ? fc.constantFrom("a", ...ids) : fittingValue(schema, resolve, ids);
    return mostly(
      fitting.map((value) => segment(String(value))),
      hostileSegment,
    );
  });
  return fc
    .tuple(...values)
    .map((found) =>
      names.reduce((at, name, place) => at.replace(`{${name}}`, () => found[place] ?? ""), path),
    );
}

function queryOf({ parameters = [] }: OpenApiOperation, resolve: Resolve, ids: readonly string[]) {
  const model = Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === "query")
      .map(({ name, schema }) => [name, mostly(fittingValue(schema, resolve, ids), hostileValue)]),
  );
  const known = fc.record(model, { requiredKeys: [] });
  const unknown = mostly(
    fc.constant({}),
    fc.dictionary(fc.constantFrom("orgId", "__proto__", "sort"), hostileValue),
  );
  return fc.tuple(known, unknown).map((parts) =>
    parts
      .flatMap((part) => Object.entries(part))
      .map(
        ([name, value]) =>
          `${segment(name)}=${segment(typeof value === "string" ? value : JSON.stringify(value))}`,
      )
      .join("&"),
  );
}

const JSON_TYPE = "application/json";
const BROKEN: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  "",
  "{",
  "null",
  "[]",
  '"x"',
  "1e400",
  "NaN",
  '{"a":1,"a":2}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  "[".repeat(20_000),
  `${'{"a":'.repeat(40)}1${"}".repeat(40)}`,
  `"${"a".repeat(1_100_000)}"`,
  new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
  new Uint8Array([0x1f, 0x8b, 0x08, 0x00]),
];
const TYPES = [
  "text/plain",
  "application/json; charset=utf-16",
  "multipart/form-data",
  "image/png",
  "text/html",
  "",
];

function bodyOf({ requestBody }: OpenApiOperation, resolve: Resolve, ids: readonly string[]) {
  const schema = requestBody?.content[JSON_TYPE]?.schema;
  const asJson = (value: fc.Arbitrary<unknown>) =>
    value.map((json) => ({ body: JSON.stringify(json) ?? "", contentType: JSON_TYPE as string | null }));
  const broken = fc.record({
    body: fc.constantFrom(...BROKEN),
    contentType: fc.constantFrom(JSON_TYPE, JSON_TYPE, ...TYPES, null),
  });
  if (schema === undefined) return fc.oneof(fc.constant(NOTHING), broken, asJson(hostileValue));
  const fitting = fittingValue(schema, resolve, ids);
  return fc.oneof(
    { weight: 6, arbitrary: asJson(fitting) },
    { weight: 5, arbitrary: asJson(spoiled(fitting)) },
    { weight: 1, arbitrary: broken },
  );
}

function mostly<A, B>(often: fc.Arbitrary<A>, seldom: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 4, arbitrary: often }, { weight: 1, arbitrary: seldom });
}
