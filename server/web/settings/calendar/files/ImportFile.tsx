import { LIMITS } from "@otklik/shared/complaint/limits";
import { sayFieldProblem } from "@otklik/shared/messages/problem/index";
import type { ImportedCalendar } from "@otklik/shared/settings/calendar-settings";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Failure } from "../../../api/outcome";
import { useSession } from "../../../entry/Session";
import { saySettings } from "../../../messages/settings/index";
import { FailureNote } from "../../../parts/FailureNote";
import { Waiting } from "../../../parts/Waiting";
import { useLocale } from "../../../preferences/Preferences";
import type { CalendarDesk } from "../../use-calendar-desk";
import { FIRST_YEAR, LAST_YEAR } from "../year-address";
import { ImportedDiff } from "./ImportedDiff";
import { textFault } from "./text-fault";

/** What was read from a file or typed; its name is null when it was typed. */
interface Source {
  readonly text: string;
  readonly name: string | null;
}

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "reading" }
  | { readonly kind: "empty" }
  | { readonly kind: "too-long" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "read"; readonly imported: ImportedCalendar };

/** So many faults are named; who mends them finds the others. */
const FAULTS = 5;

/** A calendar from a file: dropped, chosen or pasted; what it changes is shown before it goes into the draft. */
export function ImportFile({ desk }: { desk: CalendarDesk }) {
  const locale = useLocale();
  const { ask } = useSession();
  const id = useId();
  const [source, setSource] = useState<Source>({ text: "", name: null });
  const [year, setYear] = useState("");
  const [state, setState] = useState<State>({ kind: "idle" });
  const [isOver, setOver] = useState(false);
  const { draft } = desk;

  const isYearAsked =
    state.kind === "failed" &&
    state.failure.kind === "refused" &&
    state.failure.problem.code === "calendar-year-unknown";
  const yearField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isYearAsked) yearField.current?.focus();
  }, [isYearAsked]);

  const isEmpty = state.kind === "empty" && source.name !== null;

  const send = async ({ text, name }: Source) => {
    const fault = textFault(text);
    // The field with nothing in it says so itself.
    if (fault === "empty" && name === null) return;
    if (fault !== null) return setState({ kind: fault });
    setState({ kind: "reading" });
    const outcome = await ask(({ api }) =>
      api.calendar.imports.$post({
        json: { text, year: /^\d{4}$/.test(year) ? Number(year) : null, into: draft.calendar },
      }),
    );
    setState(
      outcome.kind === "done"
        ? { kind: "read", imported: outcome.body }
        : { kind: "failed", failure: outcome },
    );
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    // Four bytes are the longest letter: what is longer is not even read.
    if (file.size > LIMITS.calendarFileLength * 4) return setState({ kind: "too-long" });
    const text = await file.text().catch(() => null);
    if (text === null) return setState({ kind: "unreadable" });
    const next = { text, name: file.name };
    setSource(next);
    await send(next);
  };

  return (
    <section class="settings-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{saySettings(locale, "import.title")}</h2>
      <p class="muted">{saySettings(locale, "import.detail")}</p>
      <form
        class={isOver ? "import-form import-over" : "import-form"}
        onSubmit={(event) => {
          event.preventDefault();
          void send(source);
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <div class="field">
          <label class="button file-button">
            <input
              type="file"
              accept=".xml,.json,.ics,.txt,.csv"
              aria-invalid={isEmpty}
              aria-describedby={isEmpty ? `${id}-file-hint ${id}-file-wrong` : `${id}-file-hint`}
              onChange={(event) => {
                void take(event.currentTarget.files?.[0]);
                // The same file, corrected, may be chosen again.
                event.currentTarget.value = "";
              }}
            />
            {saySettings(locale, "import.file")}
          </label>
          <p class="field-hint" id={`${id}-file-hint`}>
            {source.name === null
              ? saySettings(locale, "import.drop")
              : saySettings(locale, "import.chosen", { name: source.name })}
          </p>
          {isEmpty && (
            <p class="field-error" id={`${id}-file-wrong`} role="alert">
              {saySettings(locale, "import.empty")}
            </p>
          )}
        </div>
        <div class="field">
          <label for={`${id}-text`}>{saySettings(locale, "import.text")}</label>
          <textarea
            id={`${id}-text`}
            class="mono"
            rows={4}
            spellcheck={false}
            value={source.name === null ? source.text : ""}
            onInput={(event) => setSource({ text: event.currentTarget.value, name: null })}
          />
        </div>
        <div class="settings-line">
          <div class="field">
            <label for={`${id}-year`}>{saySettings(locale, "import.year")}</label>
            <input
              type="number"
              id={`${id}-year`}
              ref={yearField}
              min={FIRST_YEAR}
              max={LAST_YEAR}
              required={isYearAsked}
              value={year}
              aria-describedby={`${id}-year-hint`}
              onInput={(event) => setYear(event.currentTarget.value)}
            />
          </div>
          <button type="submit" class="button" aria-disabled={source.text.trim() === ""}>
            {saySettings(locale, "import.read")}
          </button>
        </div>
        <p class="field-hint" id={`${id}-year-hint`}>
          {saySettings(locale, "import.year.hint")}
        </p>
      </form>
      {state.kind === "reading" && <Waiting lines={3} />}
      {state.kind === "too-long" && (
        <p class="note note-failure" role="alert">
          {saySettings(locale, "import.tooLong", { most: LIMITS.calendarFileLength })}
        </p>
      )}
      {state.kind === "unreadable" && (
        <p class="note note-failure" role="alert">
          {saySettings(locale, "import.unreadable")}
        </p>
      )}
      {state.kind === "failed" && (
        <>
          <FailureNote
            failure={state.failure}
            {...(state.failure.kind === "unreachable" && { onRetry: () => void send(source) })}
          />
          <FaultsInFile failure={state.failure} />
        </>
      )}
      {state.kind === "read" && (
        <ImportedDiff
          title={saySettings(locale, "import.recognised", {
            format: saySettings(locale, `import.format.${state.imported.format}`),
            years: state.imported.years.join(", "),
          })}
          years={state.imported.years}
          calendar={state.imported.calendar}
          draft={draft}
          onDone={() => {
            setState({ kind: "idle" });
            setSource({ text: "", name: null });
          }}
        />
      )}
    </section>
  );
}

/** What is wrong where in the file, as far as it was told. */
function FaultsInFile({ failure }: { failure: Failure }) {
  const locale = useLocale();
  const errors = failure.kind === "refused" ? (failure.problem.errors ?? []) : [];
  if (errors.length === 0) return null;
  return (
    <ul class="faults">
      {errors.slice(0, FAULTS).map((error) => (
        <li key={`${error.path} ${error.reason}`}>{sayFieldProblem(locale, error)}</li>
      ))}
    </ul>
  );
}
