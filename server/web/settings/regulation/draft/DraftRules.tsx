import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import type { Clock, IsoDate } from "@otklik/shared/deadline/vocabulary";
import type { FieldProblem } from "@otklik/shared/field-problems";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useCommand } from "../../../keyboard/CommandCentre";
import { sayRegulation } from "../../../messages/regulation/index";
import { useAnnounce } from "../../../parts/Announcer";
import { useLocale } from "../../../preferences/Preferences";
import { RuleEffect } from "../preview/RuleEffect";
import type { Preview } from "../preview/use-preview";
import { type RuleRow, RuleTable } from "../RuleTable";
import { sayRuleName } from "../say-rule";
import { addRule, changeRule, freeId, markOf, setRemoved, shownLimit, type WorkingRule } from "./draft-work";
import { RuleEditor } from "./RuleEditor";
import { blankForm } from "./rule-form";
import type { DraftDesk } from "./use-draft-desk";

/** Which rule's form is open, and under which clock it stood when it was opened. */
export interface OpenRule {
  readonly key: number;
  readonly clock: Clock;
}

interface DraftRulesProps {
  readonly desk: DraftDesk;
  readonly present: readonly TimeLimit[];
  /** Ids of all versions: none is given to a new rule. */
  readonly usedIds: ReadonlySet<string>;
  readonly problems: ReadonlyMap<number, readonly FieldProblem[]>;
  readonly open: OpenRule | null;
  readonly onOpen: (open: OpenRule | null) => void;
  readonly preview: Preview;
  readonly zone: string;
  readonly now: Date;
  readonly today: IsoDate;
}

/** The rules of the draft, each with the ways to change it; what was removed stays and can be put back. */
export function DraftRules(props: DraftRulesProps) {
  const locale = useLocale();
  const announce = useAnnounce();
  const { desk, present, usedIds, problems, open, onOpen, preview, zone, now, today } = props;
  const { work } = desk;
  const pane = useRef<HTMLElement>(null);
  const openRule = open === null ? undefined : work.find(({ key }) => key === open.key);

  // When a form closes, the eye is on the row that takes its place.
  const wasOpen = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (open === null && wasOpen.current !== null) focusRow(pane.current, wasOpen.current);
    wasOpen.current = open?.key ?? null;
  }, [open]);

  const takenIds = () => new Set([...usedIds, ...work.map(({ form }) => form.id)]);
  const add = () => {
    const clock = openRule?.form.clock ?? "answer";
    const id = freeId(clock.replaceAll("_", "-"), takenIds());
    const added = addRule(work, blankForm(clock, today, id));
    desk.change(() => added.work);
    onOpen({ key: added.key, clock });
  };
  const copy = ({ key, form }: WorkingRule) => {
    const added = addRule(work, { ...form, id: freeId(form.id, takenIds()) }, key);
    desk.change(() => added.work);
    onOpen({ key: added.key, clock: form.clock });
    announce(sayRegulation(locale, "rule.copied"));
  };
  const remove = (rule: WorkingRule, removed: boolean) => {
    desk.change((known) => setRemoved(known, rule.key, removed));
    const name = sayRuleName(locale, shownLimit(rule));
    announce(sayRegulation(locale, removed ? "rule.removed" : "rule.isBack", { rule: name }));
    // The button that was pressed is gone; its opposite stands in its place.
    setTimeout(() => focusRow(pane.current, rule.key));
  };
  const step = (by: 1 | -1) => {
    const rows = [...(pane.current?.querySelectorAll<HTMLElement>("[data-rule]") ?? [])];
    const at = rows.findIndex((row) => row.matches(":focus"));
    rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by]?.focus();
  };
  useCommand("regulation_add", add);
  useCommand("next", open === null ? () => step(1) : null);
  useCommand("previous", open === null ? () => step(-1) : null);

  const rowOf = (rule: WorkingRule): RuleRow => {
    const limit = shownLimit(rule);
    const isOpen = open?.key === rule.key && !rule.removed;
    const wrong = problems.get(rule.key) ?? [];
    return {
      key: rule.key,
      limit,
      clock: isOpen ? open.clock : limit.clock,
      isStruck: rule.removed,
      mark: <Mark rule={rule} present={present} isWrong={wrong.length > 0} />,
      actions: (
        <Actions
          rule={rule}
          onOpen={() => onOpen({ key: rule.key, clock: limit.clock })}
          onCopy={copy}
          onRemove={remove}
        />
      ),
      form: isOpen ? (
        <RuleEditor
          form={rule.form}
          before={present.find(({ id }) => id === rule.form.id) ?? null}
          problems={wrong}
          onChange={(form) => desk.change((known) => changeRule(known, rule.key, form))}
          onDone={() => onOpen(null)}
          effect={
            <RuleEffect
              preview={preview}
              ruleId={rule.form.id}
              clock={rule.form.clock}
              zone={zone}
              now={now}
            />
          }
        />
      ) : undefined,
    };
  };

  return (
    <section class="regulation-draft-rules" ref={pane} aria-labelledby="draft-rules-title">
      <div class="regulation-draft-rules-head">
        <h2 id="draft-rules-title">{sayRegulation(locale, "draft.rules")}</h2>
        <button type="button" class="button" onClick={add}>
          {sayRegulation(locale, "draft.add")}
        </button>
      </div>
      {work.length === 0 ? (
        <div class="empty">
          <p class="empty-title">{sayRegulation(locale, "rules.empty")}</p>
          <p class="muted">{sayRegulation(locale, "rules.empty.detail")}</p>
        </div>
      ) : (
        <RuleTable rows={work.map(rowOf)} />
      )}
    </section>
  );
}

interface MarkProps {
  readonly rule: WorkingRule;
  readonly present: readonly TimeLimit[];
  readonly isWrong: boolean;
}

/** What the draft makes of a rule, in a word. */
function Mark({ rule, present, isWrong }: MarkProps) {
  const locale = useLocale();
  const mark = markOf(rule, present);
  if (mark === "same" && !isWrong) return null;
  return (
    <span class="rule-marks">
      {mark !== "same" && (
        <span class={`rule-mark rule-mark-${mark}`}>{sayRegulation(locale, `rule.mark.${mark}`)}</span>
      )}
      {isWrong && <span class="rule-mark rule-mark-wrong">{sayRegulation(locale, "rule.unfinished")}</span>}
    </span>
  );
}

interface ActionsProps {
  readonly rule: WorkingRule;
  readonly onOpen: () => void;
  readonly onCopy: (rule: WorkingRule) => void;
  readonly onRemove: (rule: WorkingRule, removed: boolean) => void;
}

function Actions({ rule, onOpen, onCopy, onRemove }: ActionsProps) {
  const locale = useLocale();
  const name = sayRuleName(locale, shownLimit(rule));
  if (rule.removed) {
    return (
      <button
        type="button"
        class="button button-small"
        data-rule={rule.key}
        aria-label={sayRegulation(locale, "rule.putBack.label", { rule: name })}
        onClick={() => onRemove(rule, false)}
      >
        {sayRegulation(locale, "rule.putBack")}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button button-small"
        data-rule={rule.key}
        aria-label={sayRegulation(locale, "rule.edit.label", { rule: name })}
        onClick={onOpen}
      >
        {sayRegulation(locale, "rule.edit")}
      </button>
      <button
        type="button"
        class="button button-small"
        aria-label={sayRegulation(locale, "rule.copy.label", { rule: name })}
        onClick={() => onCopy(rule)}
      >
        {sayRegulation(locale, "rule.copy")}
      </button>
      <button
        type="button"
        class="button button-small"
        aria-label={sayRegulation(locale, "rule.remove.label", { rule: name })}
        onClick={() => onRemove(rule, true)}
      >
        {sayRegulation(locale, "rule.remove")}
      </button>
    </>
  );
}

/** The first button of a rule's row stands for the row. */
function focusRow(pane: HTMLElement | null, key: number): void {
  pane?.querySelector<HTMLElement>(`[data-rule="${key}"]`)?.focus();
}
