import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import type { ComplaintView } from "@otklik/shared/complaint/vocabulary";
import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { useOnReturn } from "../parts/use-on-return";
import { appendPage, type Listed, mergeHead, replaceRow } from "./merge-pages";

/** A list as it is shown: nothing yet, rows, or why there are none. */
export interface ComplaintListState {
  readonly listed: Listed<ComplaintSummary> | null;
  readonly failure: Failure | null;
  /** The next page was not read. */
  readonly moreFailure: Failure | null;
}

const EMPTY: ComplaintListState = { listed: null, failure: null, moreFailure: null };
const PAGE = "100";

/** Reads one list page by page, and its head anew whenever the person comes back to the page. */
export function useComplaintList(view: ComplaintView, search: string) {
  const { ask } = useSession();
  const [state, setState] = useState<ComplaintListState>(EMPTY);
  // Answers to what is no longer asked are dropped.
  const asked = useRef(0);
  const readingMore = useRef(false);

  const [window, setWindow] = useState<CalendarWindow | null>(null);

  const read = useCallback(
    async (cursor?: string) => {
      const outcome = await ask(({ api }) =>
        api.complaints.$get({
          query: {
            view,
            limit: PAGE,
            ...(search === "" ? {} : { q: search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      );
      if (outcome.kind === "done") setWindow(outcome.body.window);
      return outcome;
    },
    [ask, view, search],
  );

  const reload = useCallback(async () => {
    const turn = ++asked.current;
    readingMore.current = false;
    setState(EMPTY);
    const outcome = await read();
    if (turn !== asked.current) return;
    if (outcome.kind === "done") {
      const { complaints, nextCursor } = outcome.body;
      setState({ ...EMPTY, listed: { rows: complaints, cursor: nextCursor } });
    } else setState({ ...EMPTY, failure: outcome });
  }, [read]);

  const readMore = async () => {
    const cursor = state.listed?.cursor;
    if (readingMore.current || cursor === null || cursor === undefined) return;
    const turn = asked.current;
    readingMore.current = true;
    setState((known) => ({ ...known, moreFailure: null }));
    const outcome = await read(cursor);
    if (turn !== asked.current) return;
    readingMore.current = false;
    setState((known) => {
      if (known.listed === null) return known;
      if (outcome.kind !== "done") return { ...known, moreFailure: outcome };
      return { ...known, listed: appendPage(known.listed, outcome.body) };
    });
  };

  const refreshHead = useCallback(async () => {
    const turn = asked.current;
    const outcome = await read();
    if (turn !== asked.current || outcome.kind !== "done" || readingMore.current) return;
    setState((known) =>
      known.listed === null
        ? { ...EMPTY, listed: { rows: outcome.body.complaints, cursor: outcome.body.nextCursor } }
        : { ...known, listed: mergeHead(known.listed, outcome.body) },
    );
  }, [read]);

  const replace = useCallback((row: ComplaintSummary) => {
    setState((known) =>
      known.listed === null ? known : { ...known, listed: replaceRow(known.listed, row) },
    );
  }, []);

  useEffect(() => void reload(), [reload]);
  useOnReturn(() => void refreshHead());

  return { ...state, window, reload, readMore, replace };
}
