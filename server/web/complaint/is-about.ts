import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { Session } from "@otklik/shared/people/account";

/** Whether a complaint concerns whoever is signed in: then they read it and decide nothing on it. */
export function isAbout(
  { subjects }: Pick<Complaint, "subjects">,
  { person }: { readonly person: Pick<Session["person"], "id"> },
): boolean {
  return subjects.some(({ id }) => id === person.id);
}
