import type { CalendarWindow } from "@otklik/shared/deadline/calendar/calendar-window";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { ComplaintRows } from "./ComplaintRows";
import type { ListAddress } from "./list-address";
import type { ComplaintListState } from "./use-complaint-list";

interface ComplaintListProps extends ComplaintListState {
  readonly address: ListAddress;
  readonly zone: string;
  /** The organisation's calendar round today, for saying what is left. */
  readonly window: CalendarWindow | null;
  readonly hrefOf: (id: string) => string;
  readonly onReload: () => void;
  readonly onReadMore: () => void;
}

/** One list in each of its states: being read, failed, empty, rows. */
export function ComplaintList(props: ComplaintListProps) {
  const locale = useLocale();
  const { address, listed, failure, moreFailure } = props;
  if (failure) {
    return <FailureNote failure={failure} title={sayDesk(locale, "list.failed")} onRetry={props.onReload} />;
  }
  if (listed === null) return <Waiting lines={12} />;
  if (listed.rows.length === 0) return <EmptyList {...address} />;
  return (
    <>
      <ComplaintRows
        label={sayDesk(locale, "list.label", { view: sayDesk(locale, `view.${address.view}`) })}
        listed={listed}
        zone={props.zone}
        window={props.window}
        openId={address.openId}
        hrefOf={props.hrefOf}
        onNearEnd={props.onReadMore}
        key={`${address.view} ${address.search}`}
      />
      {moreFailure && (
        <FailureNote
          failure={moreFailure}
          title={sayDesk(locale, "list.moreFailed")}
          onRetry={props.onReadMore}
        />
      )}
    </>
  );
}

function EmptyList({ view, search }: ListAddress) {
  const locale = useLocale();
  const isSearch = search !== "";
  return (
    <div class="empty">
      <p class="empty-title">
        {isSearch
          ? sayDesk(locale, "list.empty.search", { query: search })
          : sayDesk(locale, `list.empty.${view}`)}
      </p>
      <p class="muted">
        {isSearch
          ? sayDesk(locale, "list.empty.search.detail")
          : sayDesk(locale, `list.empty.${view}.detail`)}
      </p>
    </div>
  );
}
