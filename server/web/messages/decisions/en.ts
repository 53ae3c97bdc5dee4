export const en = {
  "event.subject_named": "It concerns {name}, who decides nothing on it",
  "event.subject_removed": "It does not concern {name} after all",
  "event.task_link_issued": "Link for deciding on the later date made for {name}",
  "event.task_link_used": "Later date decided on by the link made for {name}",
  "event.task_link_revoked": "Link for deciding on the later date withdrawn: {name}",
  "event.samePerson": "asked and decided by the same person",
  "extension.samePerson": "Asked and decided by the same person.",
} as const;
