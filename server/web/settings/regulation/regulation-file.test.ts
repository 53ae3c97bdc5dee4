import { regulationSchema } from "@otklik/shared/deadline/regulation/regulation-schema";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { expect, it } from "vitest";
import { regulationFile } from "./regulation-file";

it("holds the whole version, as whoever reads such a file wants it", () => {
  const { name, text } = regulationFile(ruDefault);
  expect(name).toBe(`regulation-ru-default-${ruDefault.version}.json`);
  expect(regulationSchema.parse(JSON.parse(text))).toEqual(ruDefault);
});
