import { expect, it } from "vitest";
import { daytimeZone } from "./daytime-zone";

it.each(Array.from({ length: 24 }, (_, hour) => hour))(
  "it is noon there when it is %i o'clock UTC",
  (hour) => {
    const now = new Date(Date.UTC(2026, 10, 21, hour, 59));
    const local = new Intl.DateTimeFormat("en", {
      timeZone: daytimeZone(now),
      hour: "numeric",
      hourCycle: "h23",
    });
    expect(local.format(now)).toBe("12");
  },
);
