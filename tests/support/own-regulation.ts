import type { Regulation, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";

type OwnLimit = Pick<TimeLimit, "id" | "clock" | "unit" | "n"> & Partial<TimeLimit>;

/** An organisation's own regulation of these rules, each for every complaint and from its receipt unless it says otherwise. */
export function ownRegulation(limits: readonly OwnLimit[]): Regulation {
  return {
    name: "own",
    version: 1,
    timeLimits: limits.map((limit) => ({
      family: "service",
      appliesTo: {},
      from: "received",
      roll: "none",
      end: "day_end",
      pausable: false,
      priority: 0,
      extension: null,
      basis: { act: "Own rules", clause: null, url: null, checkedOn: "2026-01-01" },
      ...limit,
    })),
  };
}
