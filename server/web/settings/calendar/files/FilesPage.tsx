import { DraftBar } from "../../parts/DraftBar";
import type { CalendarDesk } from "../../use-calendar-desk";
import { ExportCalendar } from "./ExportCalendar";
import { ImportCountry } from "./ImportCountry";
import { ImportFile } from "./ImportFile";

/** Calendars from elsewhere, into the draft, and this one to take elsewhere. */
export function FilesPage({ desk }: { desk: CalendarDesk }) {
  return (
    <>
      <DraftBar desk={desk} />
      {desk.mayWrite && <ImportFile desk={desk} />}
      {desk.mayWrite && <ImportCountry desk={desk} />}
      <ExportCalendar calendar={desk.settings.calendar} zone={desk.settings.zone} />
    </>
  );
}
