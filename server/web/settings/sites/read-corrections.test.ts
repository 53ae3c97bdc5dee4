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
  ["what is no list of sites", "[1]", { kind: "shape" }],
  ["an unknown site", '{"vkk":{"disabled":true}}', { kind: "site", site: "vkk" }],
  ["a site without anything", '{"vk":5}', { kind: "part", site: "vk", name: "" }],
  ["an unknown selector", '{"vk":{"selectors":{"autor":"a"}}}', { kind: "name", site: "vk", name: "autor" }],
  ["code", '{"vk":{"code":"x()"}}', { kind: "part", site: "vk", name: "code" }],
  ["a word for a switch", '{"vk":{"disabled":"yes"}}', { kind: "value", site: "vk", name: "disabled" }],
  ["a number for a selector", '{"vk":{"selectors":{"time":5}}}', { kind: "value", site: "vk", name: "time" }],
  ["a broken selector", '{"vk":{"selectors":{"time":"a["}}}', { kind: "selector", site: "vk", name: "time" }],
])("refuses %s and says where", (_what, text, wrong) => {
  expect(read(text)).toEqual(wrong);
});
