import { COMPLAINT_VIEWS, type ComplaintView } from "@otklik/shared/complaint/vocabulary";

/** What the address of the register says: which list, what is searched for, which complaint is open. */
export interface ListAddress {
  readonly view: ComplaintView;
  /** "" for no search. */
  readonly search: string;
  readonly openId: string | null;
}

/** Reads an address; a view that does not exist is the newest. */
export function readAddress(query: Readonly<Record<string, string>>, id: string | undefined): ListAddress {
  return {
    view: COMPLAINT_VIEWS.find((view) => view === query.view) ?? "newest",
    search: query.q ?? "",
    openId: id === undefined || id === "" ? null : id,
  };
}

/** Writes an address; what is usual is left out. */
export function writeAddress({ view, search, openId }: ListAddress): string {
  const query = new URLSearchParams();
  if (view !== "newest") query.set("view", view);
  if (search !== "") query.set("q", search);
  const path = openId === null ? "/complaints" : `/complaints/${encodeURIComponent(openId)}`;
  return query.size === 0 ? path : `${path}?${query}`;
}
