import type { Translation } from "@otklik/shared/messages/message";
import type { en } from "./en";

export const ru: Translation<typeof en> = {
  "event.subject_named": "Касается сотрудника и решается без него: {name}",
  "event.subject_removed": "Больше не касается сотрудника: {name}",
  "event.task_link_issued": "Сделана ссылка для решения о продлении: {name}",
  "event.task_link_used": "О продлении решено по ссылке: {name}",
  "event.task_link_revoked": "Ссылка для решения о продлении отозвана: {name}",
  "event.samePerson": "попросил и решил один и тот же сотрудник",
  "extension.samePerson": "Попросил и решил один и тот же сотрудник.",
};
