import type { ComplaintSummary } from "@otklik/shared/complaint/complaint";
import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useCommand } from "../keyboard/CommandCentre";
import { sayDesk } from "../messages/index";
import { useNow } from "../parts/use-now";
import { useLocale } from "../preferences/Preferences";
import { ComplaintRow } from "./ComplaintRow";
import type { Listed } from "./merge-pages";
import { scrollTopFor, windowOf } from "./window-of";

/** In CSS pixels: three lines of text and the space around them. */
const ROW_HEIGHT = 80;
/** So many rows before the end the next page is asked for. */
const READ_AHEAD = 30;

interface ComplaintRowsProps {
  readonly label: string;
  readonly listed: Listed<ComplaintSummary>;
  readonly zone: string;
  readonly window: CalendarWindow | null;
  readonly openId: string | null;
  readonly hrefOf: (id: string) => string;
  readonly onNearEnd: () => void;
}

/** The rows in view and a few around them: ten thousand cost no more than fifty. */
export function ComplaintRows(props: ComplaintRowsProps) {
  const { label, listed, zone, window, openId, hrefOf, onNearEnd } = props;
  const locale = useLocale();
  const now = useNow();
  const { route } = useLocation();
  const pane = useRef<HTMLElement>(null);
  const [view, setView] = useState({ scrollTop: 0, height: 0 });
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focusWanted = useRef<string | null>(null);
  const { rows } = listed;
  const { first, end } = windowOf(view, ROW_HEIGHT, rows.length);

  const measure = () => {
    const element = pane.current;
    if (element) setView({ scrollTop: element.scrollTop, height: element.clientHeight });
  };
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (pane.current) observer.observe(pane.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (view.height > 0 && end > rows.length - READ_AHEAD && listed.cursor !== null) onNearEnd();
  }, [end, rows.length, listed.cursor, view.height]);

  const reveal = (index: number) => {
    const element = pane.current;
    if (!element) return;
    const scrollTop = scrollTopFor(
      index,
      { scrollTop: element.scrollTop, height: element.clientHeight },
      ROW_HEIGHT,
    );
    if (scrollTop !== null) element.scrollTop = scrollTop;
    measure();
  };

  // The row may be out of the window until the scrolling has been drawn.
  useLayoutEffect(() => {
    if (focusWanted.current === null) return;
    const link = pane.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(focusWanted.current)}"]`);
    if (!link) return;
    focusWanted.current = null;
    link.focus({ preventScroll: true });
  });

  const focusRow = (id: string) => {
    const index = rows.findIndex((row) => row.id === id);
    if (index < 0) return;
    focusWanted.current = id;
    setFocusedId(id);
    reveal(index);
  };
  const move = (step: 1 | -1) => {
    const from = rows.findIndex((row) => row.id === (focusedId ?? openId));
    const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step));
    const row = rows[to];
    if (!row) return;
    // Where the complaint covers the list, there is no row to put the focus on.
    const isCovered = pane.current?.clientHeight === 0;
    if (isCovered) {
      setFocusedId(row.id);
      route(hrefOf(row.id));
    } else focusRow(row.id);
  };
  useCommand("next", rows.length > 0 ? () => move(1) : null);
  useCommand("previous", rows.length > 0 ? () => move(-1) : null);

  // A link to a complaint may lead far down the list.
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === openId);
    if (index >= 0) reveal(index);
  }, []);

  // On the way back from a complaint the focus goes to its row.
  const lastOpenId = useRef(openId);
  useEffect(() => {
    if (openId === null && lastOpenId.current !== null) focusRow(lastOpenId.current);
    lastOpenId.current = openId;
  }, [openId]);

  const drawn = rows.slice(first, end).map((row, offset) => ({ row, index: first + offset }));
  const focusedIndex = rows.findIndex((row) => row.id === focusedId);
  const focusedRow = rows[focusedIndex];
  // The focus must not be lost when its row is scrolled away.
  if (focusedRow && (focusedIndex < first || focusedIndex >= end)) {
    drawn.push({ row: focusedRow, index: focusedIndex });
  }

  return (
    <section class="rows" ref={pane} onScroll={measure} aria-label={label} tabIndex={-1}>
      <ul class="rows-all" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {drawn.map(({ row, index }) => (
          <li
            class="rows-item"
            key={row.id}
            style={{ height: `${ROW_HEIGHT}px`, transform: `translateY(${index * ROW_HEIGHT}px)` }}
            aria-setsize={listed.cursor === null ? rows.length : -1}
            aria-posinset={index + 1}
            onFocusCapture={() => setFocusedId(row.id)}
          >
            <ComplaintRow
              complaint={row}
              href={hrefOf(row.id)}
              isOpen={row.id === openId}
              now={now}
              zone={zone}
              window={window}
            />
          </li>
        ))}
      </ul>
      {listed.cursor === null && rows.length > 20 && (
        <p class="rows-end muted">{sayDesk(locale, "list.end")}</p>
      )}
    </section>
  );
}
