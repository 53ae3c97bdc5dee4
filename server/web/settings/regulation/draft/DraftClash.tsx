import { useEffect, useRef } from "preact/hooks";
import { sayRegulation } from "../../../messages/regulation/index";
import { useLocale } from "../../../preferences/Preferences";
import { differingFields } from "../compare-rules";
import { sayRuleField, sayRuleName } from "../say-rule";
import { type DraftWork, shownLimit } from "./draft-work";
import type { DraftDesk } from "./use-draft-desk";

interface DraftClashProps {
  readonly desk: DraftDesk;
  /** Closes the draft without saving what is on the screen. */
  readonly onDrop: () => void;
}

/** Says honestly that somebody else was at the same rules, and lets the person choose. Nothing typed is lost. */
export function DraftClash({ desk, onDrop }: DraftClashProps) {
  const locale = useLocale();
  const { save } = desk;
  const note = useRef<HTMLDivElement>(null);
  const isShown = save.kind === "clash" || save.kind === "gone";
  useEffect(() => {
    if (isShown) note.current?.scrollIntoView({ block: "nearest" });
  }, [isShown]);

  if (save.kind === "gone") {
    return (
      <div class="note note-failure" role="alert" ref={note}>
        <p class="note-title">{sayRegulation(locale, "gone.title")}</p>
        <p>{sayRegulation(locale, "gone.detail")}</p>
        <div class="buttons">
          <button type="button" class="button button-main" onClick={desk.startAnew}>
            {sayRegulation(locale, "gone.keep")}
          </button>
          <button type="button" class="button" onClick={onDrop}>
            {sayRegulation(locale, "gone.drop")}
          </button>
        </div>
      </div>
    );
  }
  if (save.kind !== "clash") return null;
  return (
    <div class="note note-failure" role="alert" ref={note}>
      <p class="note-title">
        {save.by === null
          ? sayRegulation(locale, "clash.title")
          : sayRegulation(locale, "clash.titleBy", { name: save.by })}
      </p>
      <p>{sayRegulation(locale, "clash.detail")}</p>
      <ul class="plain-list rule-changes">
        {save.clashes.map((clash) => (
          <ClashingRule key={clash.key} clash={clash} work={desk.work} />
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={() => desk.settle("mine")}>
          {sayRegulation(locale, "clash.mine")}
        </button>
        <button type="button" class="button" onClick={() => desk.settle("theirs")}>
          {sayRegulation(locale, "clash.theirs")}
        </button>
      </div>
    </div>
  );
}

type ClashingRuleProps = {
  readonly clash: Extract<DraftDesk["save"], { kind: "clash" }>["clashes"][number];
  readonly work: DraftWork;
};

/** What the other made of a rule, beside what is on the screen. */
function ClashingRule({ clash: { key, theirs }, work }: ClashingRuleProps) {
  const locale = useLocale();
  const mine = work.find((rule) => rule.key === key);
  if (mine === undefined) return null;
  const limit = shownLimit(mine);
  return (
    <li class="rule-change">
      <p class="rule-change-name">{sayRuleName(locale, limit)}</p>
      {theirs === null ? (
        <p>{sayRegulation(locale, "clash.theirsRemoved")}</p>
      ) : mine.removed ? (
        <p>{sayRegulation(locale, "clash.mineRemoved")}</p>
      ) : (
        <dl class="facts">
          {differingFields(limit, theirs).map((field) => (
            <>
              <dt key={field}>{sayRegulation(locale, `field.${field}`)}</dt>
              <dd>
                {sayRegulation(locale, "clash.both", {
                  mine: sayRuleField(locale, field, limit),
                  theirs: sayRuleField(locale, field, theirs),
                })}
              </dd>
            </>
          ))}
        </dl>
      )}
    </li>
  );
}
