import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { pageOf } from "../page";
import { jsonAssignedTo, jsonAt, jsonInScript, jsonWhere, textAt } from "./page-json";

const pageWith = (html: string) => pageOf(savedPage(html, "https://forum.example/"));

it.each([
  ["a variable", 'var data = {"a":1};more()', { a: 1 }],
  ["a property of the window", 'window.data={"a":1}', { a: 1 }],
  ["a property by its name", 'window["data"] = {"a":1}', { a: 1 }],
  ["braces and quotes within strings", 'var data = {"a":"}{\\"}"};', { a: '}{"}' }],
  ["an object that does not end", 'var data = {"a":{', null],
  ["a longer name", 'var mydata = {"a":1}', null],
  ["a call", "var data = load()", null],
])("reads what a script assigns: %s", (_rule, script, expected) => {
  expect(jsonAssignedTo(pageWith(`<script>${script}</script>`), "data")).toEqual(expected);
});

it("reads the data of a script by its mark, and nothing from broken data", () => {
  const page = pageWith(
    '<script id="a" type="application/json">{"a":[1]}</script><script id="b">{"a"</script>',
  );
  expect(jsonInScript(page, "#a")).toEqual({ a: [1] });
  expect([jsonInScript(page, "#b"), jsonInScript(page, "#c")]).toEqual([null, null]);
});

it("reads no script of more than three million characters", () => {
  expect(jsonInScript(pageWith(`<script id="a">["${"я".repeat(3_000_000)}"]</script>`), "#a")).toBeNull();
});

it.each([
  [["a", 0, "b"], "да", "да"],
  [["a", 1], 7, "7"],
  [["a", 2], null, null],
  [["a", "constructor"], null, null],
  [["toString"], null, null],
])("at %j stands %j", (path, value, text) => {
  const data: unknown = JSON.parse('{"a":[{"b":"да"},7]}');
  expect([jsonAt(data, ...path), textAt(data, ...path)]).toEqual([value, text]);
});

it("finds the first part that is meant, however deep, and none where there is none", () => {
  const data: unknown = JSON.parse('[{"a":{"id":7,"b":1}},{"id":7,"b":2}]');
  expect(jsonWhere(data, (part) => part.id === 7)).toEqual({ id: 7, b: 1 });
  expect(jsonWhere(data, (part) => part.id === 8)).toBeNull();
});
