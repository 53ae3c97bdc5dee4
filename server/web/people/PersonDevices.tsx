import type { Device } from "@otklik/shared/people/account";
import { useEffect, useState } from "preact/hooks";
import { type Failure, isGone } from "../api/outcome";
import { DeviceRow } from "../entry/DeviceRow";
import { useSession } from "../entry/Session";
import { sayDesk } from "../messages/index";
import { sayPeople } from "../messages/people/index";
import { useAnnounce } from "../parts/Announcer";
import { AskFirst } from "../parts/AskFirst";
import { FailureNote } from "../parts/FailureNote";
import { Section } from "../parts/Section";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import type { PersonProps } from "./PersonView";

/** What acts for a colleague; each of it, or all, is cut off from here. */
export function PersonDevices({ person, onChanged }: PersonProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [devices, setDevices] = useState<readonly Device[] | Failure | null>(null);
  const [leaving, setLeaving] = useState<Device | "all" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, name } = person;

  const load = async () => {
    const outcome = await ask(({ api }) => api.people[":id"].devices.$get({ param: { id } }));
    setDevices(outcome.kind === "done" ? outcome.body.devices : outcome);
    if (outcome.kind === "done" && outcome.body.devices.length !== person.devices) {
      onChanged({ ...person, devices: outcome.body.devices.length });
    }
  };
  // Anew when they were all cut off by shutting the person out.
  useEffect(() => void load(), [person.state]);

  const revoke = async (chosen: Device | "all", count: number) => {
    setFailure(null);
    const outcome =
      chosen === "all"
        ? await ask(({ api }) => api.people[":id"].devices.$delete({ param: { id } }))
        : await ask(({ api }) =>
            api.people[":id"].devices[":deviceId"].$delete({ param: { id, deviceId: chosen.id } }),
          );
    await load();
    setLeaving(null);
    if (outcome.kind !== "done" && !isGone(outcome)) setFailure(outcome);
    else if (chosen === "all") announce(sayPeople(locale, "devices.revokedAll", { count }));
    else announce(sayDesk(locale, "devices.revoked", { name: chosen.name }));
  };

  const list = devices !== null && !("kind" in devices) ? devices : [];
  return (
    <Section title={sayPeople(locale, "devices.title")}>
      {failure && <FailureNote failure={failure} />}
      {devices === null ? (
        <Waiting lines={2} />
      ) : "kind" in devices ? (
        <FailureNote failure={devices} onRetry={() => void load()} />
      ) : devices.length === 0 ? (
        <p class="muted">{sayPeople(locale, "devices.none", { name })}</p>
      ) : (
        <ul class="plain-list account-list">
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} onRevoke={() => setLeaving(device)} />
          ))}
        </ul>
      )}
      {list.length > 1 && (
        <button type="button" class="button" onClick={() => setLeaving("all")}>
          {sayPeople(locale, "devices.revokeAll")}
        </button>
      )}
      {leaving !== null && (
        <AskFirst
          title={
            leaving === "all"
              ? sayPeople(locale, "devices.revokeAll.title", { name })
              : sayDesk(locale, "devices.revoke.title", { name: leaving.name })
          }
          action={
            leaving === "all" ? sayPeople(locale, "devices.revokeAll") : sayDesk(locale, "devices.revoke")
          }
          onConfirm={() => revoke(leaving, list.length)}
          onCancel={() => setLeaving(null)}
        >
          <p>
            {leaving === "all"
              ? sayPeople(locale, "devices.revokeAll.confirm", { count: list.length })
              : sayDesk(locale, "devices.revoke.confirm", { name: leaving.name })}
          </p>
        </AskFirst>
      )}
    </Section>
  );
}
