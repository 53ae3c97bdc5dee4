import { randomUUID } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";

type Overrides = Partial<Omit<RegisterComplaint, "clip">> & { readonly clip?: Partial<Clip> };

/** A valid registration by invented people; whatever a test is about, it says itself in `overrides`. */
export function sampleComplaint(overrides: Overrides = {}): RegisterComplaint {
  const { clip, ...rest } = overrides;
  return {
    id: randomUUID(),
    kind: "general",
    topicId: null,
    anonymous: false,
    remedySought: null,
    ...rest,
    clip: { ...sampleClip(), ...clip },
  };
}

function sampleClip(): Clip {
  return {
    narrative: "Посылка не пришла.\nДеньги не вернули.",
    author: {
      name: "Варвара Синицына",
      handle: "@sinitsa@forum.test",
      profileUrl: "https://forum.test/@sinitsa",
      platformId: null,
    },
    permalink: "https://forum.test/@sinitsa/1001",
    permalinkKey: null,
    postedAt: { at: new Date().toISOString(), precision: "exact", raw: null },
    page: { title: "Форум", url: "https://forum.test/@sinitsa/1001" },
    channel: "social",
    capturedAt: new Date().toISOString(),
    adapter: "any-page",
    sources: { narrative: "selection" },
    evidence: [],
  };
}
