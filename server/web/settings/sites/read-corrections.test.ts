import { expect, it } from "vitest";
import { readCorrections } from "./read-corrections";

const read = (text: string) => readCorrections(text, (selector) => !selector.includes("["));

it.each([
  ["nothing", " ", {}],
  ["sites", '{"vk":{"selectors":{"author":".name"}}}', { vk: { selectors: { author: ".name" } } }],
  ["a file with its revision", '{"revision":3,"sites":{"x":{"disabled":true}}}', { x: { disabled: true } }],
])("reads %s", (_what, text, sites) => {
  expect(read(text)).toEqual({ kind: "read", sites });
});

it.each([
  ["what is not JSON", "{vk}", { kind: "json" }],
  [
    "an unknown selector",
    '{"vk":{"selectors":{"script":"a"}}}',
    { kind: "shape", path: "vk.selectors.script" },
  ],
  ["code", '{"vk":{"code":"x()"}}', { kind: "shape", path: "vk.code" }],
  [
    "a broken selector",
    '{"vk":{"selectors":{"time":"a["}}}',
    { kind: "selector", path: "vk.selectors.time" },
  ],
])("refuses %s and says where", (_what, text, wrong) => {
  expect(read(text)).toEqual(wrong);
});
