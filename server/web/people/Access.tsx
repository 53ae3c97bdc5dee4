import type { IssuedLink } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayDesk } from "../messages/index";
import { sayPeople } from "../messages/people/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Section } from "../parts/Section";
import { useLocale } from "../preferences/Preferences";
import { IssuedLinkDialog } from "./IssuedLinkDialog";
import type { PersonProps } from "./PersonView";
import { SecondFactorOff } from "./SecondFactorOff";
import { ShutOutDialog } from "./ShutOutDialog";
import { sayRoles } from "./say-roles";

/** The ways in: a link that makes a password, a second factor that was lost, and shutting out or letting in. */
export function Access({ person, onChanged, onOutdated }: PersonProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, name, state } = person;
  const purpose = state === "invited" ? "invitation" : "password_reset";
  const what = state === "invited" ? "invite" : "reset";

  const fail = async (failed: Failure | null) => {
    setFailure(failed);
    if (failed?.kind !== "refused") return;
    // It is not any more what is on the screen, or the one who looks is no administrator any more.
    if (failed.problem.status === 409) await onOutdated();
    if (failed.problem.code === "not-allowed") await refresh();
  };
  const issue = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api.people[":id"].link.$post({ param: { id } }));
    setBusy(false);
    if (outcome.kind === "done") setLink(outcome.body);
    else await fail(outcome);
  };
  const letIn = async (isIn: boolean) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const json = { disabled: !isIn };
    const outcome = await ask(({ api }) => api.people[":id"].$patch({ param: { id }, json }));
    setBusy(false);
    setLeaving(false);
    if (outcome.kind !== "done") return fail(outcome);
    announce(sayPeople(locale, isIn ? "access.letIn.done" : "access.shutOut.done", { name }));
    onChanged(outcome.body);
  };

  return (
    <Section title={sayPeople(locale, "access.title")}>
      {failure && <FailureNote failure={failure} />}
      {state === "disabled" ? (
        <div class="access-row">
          <p>
            {sayPeople(locale, person.identities > 0 ? "access.letIn.provider" : "access.letIn.detail", {
              name,
              roles: sayRoles(locale, person.roles),
            })}
          </p>
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => void letIn(true)}>
            {isBusy ? sayDesk(locale, "busy") : sayPeople(locale, "access.letIn")}
          </button>
        </div>
      ) : (
        <>
          <div class="access-row">
            <p>{sayPeople(locale, `access.${what}.detail`, { name })}</p>
            <button type="button" class="button" aria-disabled={isBusy} onClick={() => void issue()}>
              {sayPeople(locale, isBusy && !isLeaving ? "access.reset.busy" : `access.${what}`)}
            </button>
          </div>
          {(person.hasTotp || person.passkeys > 0) && (
            <SecondFactorOff person={person} onChanged={onChanged} onFailed={fail} />
          )}
          <div class="access-row">
            <p>
              {sayPeople(locale, state === "invited" ? "access.shutOut.invited" : "access.shutOut.detail", {
                name,
              })}
            </p>
            <button type="button" class="button button-hurts" onClick={() => setLeaving(true)}>
              {sayPeople(locale, "access.shutOut")}
            </button>
          </div>
        </>
      )}
      {isLeaving && (
        <ShutOutDialog person={person} onConfirm={() => letIn(false)} onCancel={() => setLeaving(false)} />
      )}
      {link !== null && (
        <IssuedLinkDialog purpose={purpose} person={person} link={link} onClose={() => setLink(null)} />
      )}
    </Section>
  );
}
