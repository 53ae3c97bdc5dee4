import type { CurrentRules } from "@otklik/shared/settings/regulation-settings";
import { localItem } from "../settings/local-item";

/** The organisation's regulation, calendar and zone: what dating a draft needs without the network. */
export const cachedRules = localItem<CurrentRules>("rules");
