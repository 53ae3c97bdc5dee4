import type { Catalogue } from "@otklik/shared/messages/message";

export const en = {
  title: "Evidence",
  total: "{size} in all",
  gathering: "Gathering the evidence…",
  "gathering.part": "Picturing the post: {percent}%",
  none: "No evidence.",

  "kind.screenshot": "Screenshot",
  "kind.crop": "The post alone",
  "kind.snapshot": "Snapshot of the post",
  "kind.snapshotAdded": "Snapshot of posts added later",
  "kind.attachment": "From the post",
  "kind.mail": "Mail",
  "file.send": "Send",
  "file.sendOne": "Send: {name}",
  "file.unplaced": "Not sent: not all that is hidden could be found on it.",

  "others.hide": "Hide other people’s messages and faces",
  "others.hint":
    "Words and pictures are taken out before the hash is made, and blackened on the pictures. On the screenshot everything beside the post is blackened too. What the post answers is left out of the clip.",
  "beside.hide": "Hide what stands beside the post",
  "beside.hint":
    "The screenshot shows what stands beside the post. Switched on, all of that is blackened on it before the hash is made; the post itself stays as it is.",
  "others.none": "Nobody else’s messages or faces were found in the post.",
  "parts.hidden": {
    one: "{count} part hidden",
    other: "{count} parts hidden",
  },
  "parts.hint":
    "Press a part to hide it, press again to show it. Keyboard: Tab goes to a part, Enter or Space hides or shows it.",
  "parts.frame": "Snapshot of the post; press a part to hide it",
  "parts.hide": "Hide: {words}",
  "parts.picture": "picture",
  "parts.all": "Show everything",

  "snapshot.takenAt": "Taken by Otklik on",
  "snapshot.links":
    "Addresses of links and pictures are given without the values of their parameters and without what stands after “#”.",
  "snapshot.cut": "Cut: the post was bigger than a snapshot may be.",

  "lacks.signature": "Sent without a signature: this browser could not sign it.",
} as const satisfies Catalogue;
