import { describe, expect, it } from "vitest";
import { z } from "zod";
import { badgeQuerySchema } from "../../badge/badge-snapshot";
import {
  listComplaintsSchema,
  recordStepSchema,
  registerBatchSchema,
  registerComplaintSchema,
} from "../../complaint/complaint";
import { decidePairingSchema, setupSchema, startPairingSchema } from "../../people/account";
import { LOCALES } from "../../people/locale";
import {
  changeAccountSchema,
  changePersonSchema,
  inviteSchema,
  logQuerySchema,
  requestResetSchema,
  useAccountLinkSchema,
} from "../../people/people";
import { changePasswordSchema } from "../../people/sign-in";
import { PROBLEM_CODES } from "../../problem-codes";
import {
  countryQuerySchema,
  exportCalendarSchema,
  importCalendarSchema,
  publishCalendarSchema,
} from "../../settings/calendar-settings";
import { fieldAt } from "./fields";
import { sayFieldProblem, sayProblem } from "./index";

describe("sayProblem", () => {
  it.each(PROBLEM_CODES)(
    "%s has a title and a way to mend it in both languages, in the register's voice",
    (code) => {
      for (const locale of LOCALES) {
        const { title, detail } = sayProblem(locale, code);
        expect(title).not.toMatch(/[.!]$/);
        expect(detail).toMatch(/\.$|pnpm admin setup-link\.$/);
        expect(`${title} ${detail}`).not.toMatch(/[!{}"]|'/);
        expect(/[а-яё]/i.test(`${title}`)).toBe(locale === "ru");
      }
    },
  );
});

describe("fieldAt", () => {
  it("has words for every field that a person fills in or an extension sends", () => {
    const requests = [
      registerComplaintSchema,
      registerBatchSchema,
      listComplaintsSchema,
      recordStepSchema,
      badgeQuerySchema,
      setupSchema,
      startPairingSchema,
      inviteSchema,
      changePersonSchema,
      useAccountLinkSchema,
      requestResetSchema,
      changeAccountSchema,
      // Nobody types the rest of it as it is sent.
      changePasswordSchema.pick({ next: true }),
      logQuerySchema,
      decidePairingSchema,
      publishCalendarSchema,
      importCalendarSchema,
      exportCalendarSchema,
      countryQuerySchema,
    ];
    // Secrets are made by programs, and the items of a batch are judged one by one.
    const paths = requests
      .flatMap((request) => pathsOf(request))
      .filter((path) => !/^(token|codeChallenge|complaints\.0)$/.test(path));
    expect(paths).toContain("clip.evidence.0.sha256");
    expect(paths.filter((path) => fieldAt(path) === null)).toEqual([]);
  });
});

describe("sayFieldProblem", () => {
  it.each([
    ["a text of too many characters", "name", "too_big", 300, "the name is longer than 300 characters"],
    ["too many items", "clip.evidence", "too_big", 10, "files of the clip: more than 10"],
    ["an empty text", "clip.narrative", "too_small", 1, "the text is required"],
    [
      "a text of too few characters",
      "password",
      "too_small",
      10,
      "the password is shorter than 10 characters",
    ],
    ["too few items", "complaints", "too_small", 1, "complaints in one batch: fewer than 1"],
    [
      "nothing where something is needed",
      "kind",
      "invalid_type",
      undefined,
      "the kind is missing or of a wrong type",
    ],
    [
      "a value that is not offered",
      "clip.channel",
      "invalid_value",
      undefined,
      "the channel is not one of those offered",
    ],
    [
      "a wrong format",
      "clip.permalink",
      "invalid_format",
      undefined,
      "the link to the post has a wrong format",
    ],
    [
      "a password in an address",
      "clip.page.url",
      "user-info-in-url",
      undefined,
      "the page’s address holds a user name or a password",
    ],
    [
      "a wrong present password",
      "confirmation.password",
      "wrong-password",
      undefined,
      "the present password is wrong",
    ],
    [
      "the same password again",
      "next",
      "same-password",
      undefined,
      "the new password is the one you have now: choose another",
    ],
    ["a zone nobody knows", "zone", "unknown-zone", undefined, "the time zone is not known"],
    [
      "an item of a list",
      "clip.evidence.3.sha256",
      "invalid_format",
      undefined,
      "the fingerprint of a file has a wrong format",
    ],
    ["a limit of an unnamed field", "some.depth", "too_big", 7, "the field “some.depth”: more than 7"],
    [
      "a topic of nobody",
      "topicId",
      "topic-unknown",
      undefined,
      "the topic is not one of the organisation’s",
    ],
    [
      "other bytes than said",
      "bytes",
      "evidence-differs",
      7,
      "the size of a file in bytes differs from what was registered",
    ],
    [
      "a line of a file",
      "line.12",
      "no-such-day",
      undefined,
      "line 12 of the file names a day that does not exist",
    ],
    [
      "an event of a file",
      "event.3",
      "event-too-long",
      undefined,
      "event 3 of the file is longer than two months",
    ],
    ["the whole file", "file", "not-well-formed", undefined, "the file is broken and cannot be read"],
    ["a reason without words", "id", "not_multiple_of", undefined, "the id does not fit"],
    ["the whole body", "", "invalid_type", undefined, "the body is missing or of a wrong type"],
  ])("%s", (_rule, path, reason, limit, said) => {
    expect(sayFieldProblem("en", { path, reason, limit })).toBe(said);
  });
});

/** Paths of the values that a schema takes; what holds other values is left out. */
function pathsOf(schema: z.ZodType): string[] {
  const found: string[] = [];
  visit(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), []);
  return found;

  function visit(node: z.core.JSONSchema._JSONSchema, path: readonly (string | number)[]): void {
    if (typeof node === "boolean") return;
    const children = [...Object.entries(node.properties ?? {})];
    for (const [key, child] of children) visit(child, [...path, key]);
    if (node.items !== undefined && !Array.isArray(node.items)) visit(node.items, [...path, 0]);
    for (const choice of node.anyOf ?? []) visit(choice, path);
    if (children.length === 0 && path.length > 0) found.push(path.join("."));
  }
}
