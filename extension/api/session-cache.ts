import type { Session } from "@otklik/shared/people/account";
import { localItem } from "../settings/local-item";

/** Who is connected, with the organisation's name, zone and topics: what the draft needs without the network. */
export const cachedSession = localItem<Session>("session");
