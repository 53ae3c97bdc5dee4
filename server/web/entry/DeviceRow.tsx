import type { Device } from "@otklik/shared/people/account";
import { sayDesk } from "../messages/index";
import { formatInstant } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { sayAboutHour } from "../parts/say-about-hour";
import { useLocale } from "../preferences/Preferences";

/** A device with its last use and place, and the way to disconnect it. */
export function DeviceRow({ device, onRevoke }: { device: Device; onRevoke: () => void }) {
  const locale = useLocale();
  const { name, pairedAt, lastUsedAt, lastAddress } = device;
  const zone = ownZone();
  const when = (instant: string) => formatInstant(locale, instant, zone, new Date());
  const facts = [
    sayDesk(locale, "devices.pairedAt", { when: when(pairedAt) }),
    ...(lastUsedAt === null
      ? []
      : [
          sayDesk(locale, "devices.lastUsedAt", { when: sayAboutHour(locale, lastUsedAt, zone, new Date()) }),
        ]),
    ...(lastAddress === null ? [] : [sayDesk(locale, "devices.lastAddress", { address: lastAddress })]),
  ];
  return (
    <li class="device">
      <div>
        <bdi>{name}</bdi>
        <p class="muted">{facts.join("; ")}</p>
      </div>
      <button
        type="button"
        class="button"
        aria-label={sayDesk(locale, "devices.revoke.label", { name })}
        onClick={onRevoke}
      >
        {sayDesk(locale, "devices.revoke")}
      </button>
    </li>
  );
}
