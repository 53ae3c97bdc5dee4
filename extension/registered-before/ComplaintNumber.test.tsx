// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it } from "vitest";
import { nextFrame } from "../../tests/support/next-frame";
import { ComplaintNumber } from "./ComplaintNumber";

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

it.each([
  ["ru", true, "№ 2026-000142", "https://register.test/complaints/7"],
  ["ru", false, "№ 2026-000142", undefined],
  ["en", true, "No. 2026-000142", "https://register.test/complaints/7"],
  ["en", false, "No. 2026-000142", undefined],
] as const)("in %s, of a complaint that may be read: %s", async (locale, isReadable, said, leadsTo) => {
  const complaint = { id: "7", incomingNumber: "2026-000142", isReadable };
  await act(() =>
    render(
      <ComplaintNumber locale={locale} origin="https://register.test" complaint={complaint} />,
      document.body,
    ),
  );
  expect(document.body.textContent?.replace(/\s/g, " ")).toBe(said);
  expect(document.querySelector("a")?.href).toBe(leadsTo);
});
