import { expect, it } from "vitest";
import { fieldsByHand } from "./fields-by-hand";

it.each<[string, unknown[], string[]]>([
  ["nothing typed", [{ narrative: "selection", author: "adapter" }], []],
  ["what was typed, in its order", [{ author: "agent", narrative: "agent" }], ["narrative", "author"]],
  ["what was typed in a further post", [{ narrative: "adapter" }, { narrative: "agent" }], ["narrative"]],
  ["nothing of what is no source at all", [null, "agent", ["agent"], { constructor: "agent" }], []],
])("names %s", (_what, sources, fields) => {
  expect(fieldsByHand(sources.map((said) => ({ sources: said })))).toEqual(fields);
});
