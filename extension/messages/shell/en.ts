export const en = {
  name: "Otklik",
  "badge.notConnected": "Otklik is not connected",
  "badge.rejected": "The server does not know this browser any more. Connect again.",
  "badge.noData": "No data from the server yet",
  "badge.stale": "The server does not answer; data from {age}",
  "badge.waiting": {
    one: "{count} clip waits to be sent",
    other: "{count} clips wait to be sent",
  },
  "badge.parked": {
    one: "{count} clip was not accepted",
    other: "{count} clips were not accepted",
  },

  "menu.clip": "Clip complaint",
  "notice.title": "A clip was not accepted",
  "notice.parked": {
    one: "{count} clip needs you: correct it or save it to a file.",
    other: "{count} clips need you: correct them or save them to files.",
  },

  clip: "Clip",
  "clip.hint": "Clip the complaint on this page",
  "drafts.unsent": {
    one: "{count} clip not sent yet",
    other: "{count} clips not sent yet",
  },
  options: "Options",
  connect: "Connect",
  "connect.first": "Otklik is not connected to a server yet. Clips are kept in this browser until it is.",
  "connect.again":
    "The server does not know this browser any more. Clips are kept; connect again to send them.",
  "list.title": "My open complaints",
  "list.loading": "Loading the list…",
  "list.empty": "No open complaints. The first one comes when you clip a post and send it.",
  "list.failed":
    "The list did not come yet: the server does not answer. Clips are kept and go by themselves.",
  "list.age": "Data from {age}",
  "list.anonymous": "No name",
  "list.noDue": "nothing due",
  "list.openPost": "Open the post",
  "list.openRecord": "Open in the register",
  "list.why": "Why this date?",
  "list.copied": "Link copied",
  "keys.title": "Keys",
  "keys.move": "next, previous",
  "keys.open": "open the post, or the record where there is none",
  "keys.why": "why this date",
  "keys.copy": "copy the link to the record",
  "keys.help": "this list",

  "outbox.title": "Not registered yet",
  "outbox.unpaired": "They will go when the browser is connected again.",
  "outbox.sending": {
    one: "{count} clip is being sent",
    other: "{count} clips are being sent",
  },
  "outbox.unreachable":
    "The server does not answer. Clips are kept and go by themselves, next try at {time}.",
  "outbox.busy": "The server is busy. Clips are kept and go by themselves, next try at {time}.",
  "outbox.sendNow": "Try now",
  "outbox.files": {
    one: "{count} clip is registered, its files are on their way",
    other: "{count} clips are registered, their files are on their way",
  },
  "outbox.parkedFile": "Registered as {number}, but a file was not accepted: {reason}",
  "outbox.correct": "Correct",
  "outbox.export": "Save to a file",
  "outbox.discard": "Discard",
  "outbox.discardSure": "Discard this clip for good?",
  "outbox.keep": "Keep",
} as const;
