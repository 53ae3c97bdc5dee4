import { SITE_NAMES } from "@otklik/shared/capture/site-names";
import { expect, it } from "vitest";
import { SITES } from "../clip/sites/index";
import { MAIL_SITES } from "../clip/sites/mail-sites";

it("each site that is read can be corrected at the desk, and no other", () => {
  expect([...SITES, ...MAIL_SITES].map(({ name }) => name).toSorted()).toEqual([...SITE_NAMES]);
});
