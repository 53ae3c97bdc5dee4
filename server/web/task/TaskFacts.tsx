import type { Task } from "@otklik/shared/complaint/task";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDecisions } from "../messages/decisions/index";
import { formatDay, formatInstant } from "../parts/format-when";
import { useNow } from "../parts/use-now";
import { useLocale } from "../preferences/Preferences";

/** What is to be decided: number, dates and reason, and nothing of the complainant. */
export function TaskFacts({ task }: { task: Task }) {
  const locale = useLocale();
  const now = useNow();
  const when = (instant: string) => formatInstant(locale, instant, task.zone, now);
  return (
    <dl class="facts task-facts">
      <dt>{sayDecisions(locale, "task.organisation")}</dt>
      <dd>
        <bdi>{task.organisation}</bdi>
      </dd>
      <dt>{sayDecisions(locale, "task.number")}</dt>
      <dd>{sayComplaint(locale, "number", { number: task.incomingNumber })}</dd>
      <dt>{sayDecisions(locale, "task.kind")}</dt>
      <dd>{sayComplaint(locale, `kind.${task.kind}`)}</dd>
      <dt>{sayDecisions(locale, "task.clock")}</dt>
      <dd>{sayDeadline(locale, `clock.${task.clock}`)}</dd>
      <dt>{sayDecisions(locale, "task.from")}</dt>
      <dd>{formatDay(locale, task.fromDueOn)}</dd>
      <dt>{sayDecisions(locale, "task.to")}</dt>
      <dd class="task-to">{formatDay(locale, task.toDueOn)}</dd>
      <dt>{sayDecisions(locale, "task.reason")}</dt>
      <dd>
        <bdi class="lines" dir="auto">
          {task.reason}
        </bdi>
      </dd>
      <dt>{sayDecisions(locale, "task.requestedBy")}</dt>
      <dd>
        <bdi>
          {sayDecisions(locale, "task.requested", { name: task.requestedBy, when: when(task.requestedAt) })}
        </bdi>
      </dd>
      <dt>{sayDecisions(locale, "task.decider")}</dt>
      <dd>
        <bdi>{task.decider}</bdi>
      </dd>
      <dt>{sayDecisions(locale, "task.expires")}</dt>
      <dd>{when(task.expiresAt)}</dd>
    </dl>
  );
}
