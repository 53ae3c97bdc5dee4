import type { Session } from "@otklik/shared/people/account";

/** By which rules a complaint is dated. */
export function RegulationPage({ session }: { session: Session }) {
  return <p class="muted">{session.organisation.name}</p>;
}
