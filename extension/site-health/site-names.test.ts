import { SITE_NAMES } from "@otklik/shared/capture/site-names";
import { expect, it } from "vitest";
import { SITES } from "../clip/sites/index";

it("each site that is read can be corrected at the desk, and no other", () => {
  expect(SITES.map(({ name }) => name).toSorted()).toEqual([...SITE_NAMES]);
});
