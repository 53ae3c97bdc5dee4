import { registerComplaintSchema } from "@otklik/shared/complaint/complaint";
import { expect, it } from "vitest";
import { sampleDraft } from "../../tests/support/sample-draft";
import { tidyRequest } from "./tidy-request";

it.each(["", "   "])("an address of the page that was emptied (%j) is none, and can be sent", (url) => {
  const { request } = sampleDraft();
  const tidied = tidyRequest({
    ...request,
    clip: { ...request.clip, narrative: "Вставлено рукой.", page: { title: "", url } },
  });
  expect(tidied.clip.page.url).toBeNull();
  expect(registerComplaintSchema.safeParse(tidied).success).toBe(true);
});
