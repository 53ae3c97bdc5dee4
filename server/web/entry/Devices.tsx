import type { Device } from "@otklik/shared/people/account";
import { useEffect, useState } from "preact/hooks";
import { type Failure, isGone } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { useAnnounce } from "../parts/Announcer";
import { AskFirst } from "../parts/AskFirst";
import { FailureNote } from "../parts/FailureNote";
import { ownZone } from "../parts/own-zone";
import { Section } from "../parts/Section";
import { Waiting } from "../parts/Waiting";
import { ZoneNote } from "../parts/ZoneNote";
import { useLocale } from "../preferences/Preferences";
import { DeviceRow } from "./DeviceRow";
import { useSession } from "./Session";

/** The extensions that act for the person, each with the way to disconnect it. */
export function Devices() {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [devices, setDevices] = useState<readonly Device[] | Failure | null>(null);
  const [leaving, setLeaving] = useState<Device | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const load = async () => {
    const outcome = await ask(({ api }) => api.devices.$get());
    setDevices(outcome.kind === "done" ? outcome.body.devices : outcome);
  };
  useEffect(() => void load(), []);

  const revoke = async ({ id, name }: Device) => {
    setFailure(null);
    const outcome = await ask(({ api }) => api.devices[":id"].$delete({ param: { id } }));
    setLeaving(null);
    if (outcome.kind !== "done" && !isGone(outcome)) return setFailure(outcome);
    announce(sayDesk(locale, "devices.revoked", { name }));
    await load();
  };

  return (
    <Section class="devices" title={sayDesk(locale, "devices.title")}>
      {failure && <FailureNote failure={failure} />}
      {devices === null ? (
        <Waiting lines={2} />
      ) : "kind" in devices ? (
        <FailureNote failure={devices} onRetry={() => void load()} />
      ) : devices.length === 0 ? (
        <p class="muted">{sayDesk(locale, "devices.empty")}</p>
      ) : (
        <>
          <ZoneNote zone={ownZone()} />
          <ul class="plain-list">
            {devices.map((device) => (
              <DeviceRow key={device.id} device={device} onRevoke={() => setLeaving(device)} />
            ))}
          </ul>
        </>
      )}
      {leaving && (
        <AskFirst
          title={sayDesk(locale, "devices.revoke.title", { name: leaving.name })}
          action={sayDesk(locale, "devices.revoke")}
          onConfirm={() => revoke(leaving)}
          onCancel={() => setLeaving(null)}
        >
          <p>{sayDesk(locale, "devices.revoke.confirm", { name: leaving.name })}</p>
        </AskFirst>
      )}
    </Section>
  );
}
