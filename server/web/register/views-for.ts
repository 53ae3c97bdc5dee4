import { COMPLAINT_VIEWS, type ComplaintView } from "@otklik/shared/complaint/vocabulary";
import { mayDo, type Role } from "@otklik/shared/people/roles";

/** The lists that are work for these roles; what waits for a decision, only for those who ask or decide. */
export function viewsFor(roles: readonly Role[]): readonly ComplaintView[] {
  const hasPart = mayDo(roles, "extension:request") || mayDo(roles, "extension:decide");
  return hasPart ? COMPLAINT_VIEWS : COMPLAINT_VIEWS.filter((view) => view !== "awaiting_decision");
}
