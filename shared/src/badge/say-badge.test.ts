import { expect, it } from "vitest";
import type { BadgeState } from "./badge-at";
import { sayBadge } from "./say-badge";

const NOW = new Date("2025-12-01T09:00:00.000Z");

it.each<[string, Partial<BadgeState>, string, string]>([
  [
    "overdue and due by an hour of today",
    { overdue: 3, dueInWindow: 5, lastDueAt: "2025-12-01T15:00:00.000Z" },
    "3 overdue, 5 due by 18:00",
    "3 просрочено, 5 до 18:00",
  ],
  ["only overdue", { overdue: 1 }, "1 overdue", "1 просрочено"],
  [
    "only due, by the end of today",
    { dueInWindow: 2, lastDueAt: "2025-12-01T21:00:00.000Z" },
    "2 due by 24:00",
    "2 до 24:00",
  ],
  [
    "due by the end of another day",
    { dueInWindow: 2, lastDueAt: "2025-12-03T21:00:00.000Z" },
    "2 due by Wednesday 3 December",
    "2 до среды, 3 декабря",
  ],
  [
    "due by an hour of another day",
    { dueInWindow: 2, lastDueAt: "2025-12-02T07:00:00.000Z" },
    "2 due by Tuesday 2 December",
    "2 до вторника, 2 декабря",
  ],
  ["due, but the last is not known", { dueInWindow: 700 }, "700 due", "700 со сроком"],
  ["thousands", { overdue: 12_000 }, "12,000 overdue", "12 000 просрочено"],
  ["nothing of today", { window: "today" }, "Nothing due today", "На сегодня ничего срочного"],
  [
    "nothing of 24 hours",
    { window: "next_24_hours" },
    "Nothing due in the next 24 hours",
    "На ближайшие 24 часа ничего срочного",
  ],
  [
    "nothing of three days",
    { window: "next_3_days" },
    "Nothing due within three days",
    "На три дня ничего срочного",
  ],
  [
    "nothing of seven days",
    { window: "next_7_days" },
    "Nothing due within seven days",
    "На семь дней ничего срочного",
  ],
])("%s", (_what, state, en, ru) => {
  const calm: BadgeState = {
    overdue: 0,
    dueToday: 0,
    window: "today",
    dueInWindow: 0,
    lastDueAt: null,
    open: 0,
    text: "",
    tone: "calm",
  };
  const said = (locale: "en" | "ru") =>
    sayBadge(locale, { ...calm, ...state }, NOW, "Europe/Moscow").replaceAll("\u00a0", " ");
  expect(said("en")).toBe(en);
  expect(said("ru")).toBe(ru);
});
