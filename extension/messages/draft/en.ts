import type { Catalogue } from "@otklik/shared/messages/message";

export const en = {
  "panel.title": "Clip",
  "panel.clip": "Clip this page",
  "panel.empty":
    "Nothing is being clipped. Select the complaint on a page, press the right mouse button and choose “Clip complaint”, or press Alt+Shift+K.",
  "panel.arrived": "Another post was clipped:",
  "panel.openArrived": "Open it",
  "panel.untitled": "No text yet",
  "panel.discarded": "Clip discarded",
  "panel.undoDiscard": "Bring back",
  "panel.failed": "The clips in this browser cannot be read: {reason}",

  "field.narrative": "Text",
  "field.author": "Author",
  "field.authorName": "Name",
  "field.authorHandle": "Handle",
  "field.authorProfile": "Link to the profile",
  "field.permalink": "Link to the post",
  "field.postedAt": "Posted",
  "field.precision": "Precision",
  "field.day": "Day",
  "field.moment": "Day and time, {zone}",
  "field.page": "Page",
  "field.pageTitle": "Title",
  "field.pageUrl": "Address",
  "field.channel": "Channel",
  "field.kind": "Kind",
  "field.topic": "Topic",
  "field.noTopic": "not chosen",
  "field.anonymous": "Anonymous: there is no way to answer",
  "field.remedy": "What the person wants",
  "field.restore": "Restore",
  "field.restoreOf": "Restore as captured: {field}",
  "field.pageSays": "On the page: {raw}",

  "precision.exact": "to the second",
  "precision.minute": "to the minute",
  "precision.day": "to the day",
  "precision.relative": "in the page’s words",
  "precision.unknown": "not known",

  "missing.narrative": "No text found on the page. Paste or type it.",
  "missing.narrativeUnrecognised": "No post was recognised on the page. Paste the text or type it.",
  "missing.topics": "Topics come with the connection to the server.",

  "note.page-not-granted":
    "The browser shows a page to Otklik only after a press on it. Press Alt+Shift+K or choose “Clip complaint” in the page’s menu, or paste the text here.",
  "note.page-not-readable":
    "This page may not be read by extensions. Paste the text; what the browser knows is filled in.",
  "note.screenshot-refused": "The browser gave no picture of this page. The clip goes without it.",
  "note.page-changed":
    "The page changed while it was clipped. The picture was thrown away: it could show another page.",
  "note.post-not-found":
    "It is not clear which post is meant. Select its text and clip again, or fill in the fields.",
  "note.post-in-frame":
    "This place is in a frame of another site, which may not be read: only selected words are here. Fill in who wrote them and when.",
  "note.post-out-of-view": "The post was not in view, so it is not on the picture.",
  "note.post-place-unsure": "The page moved while the picture was taken, so the post is not outlined.",
  "note.reader-failed": "A part of the page could not be read. Check the fields.",
  "note.text-cut": "The text was longer than the register takes, its end is cut off.",
  "note.field-cut": "A name was longer than the register takes, its end is cut off.",
  "note.site-not-read":
    "The site’s own way of marking posts was not recognised: the post was read as on any page. Check the fields.",
  "note.reading-stopped": "Reading the page took too long and was broken off. Check the fields.",
  "note.page-too-big": "The page is very big: a part of the post may be missing.",
  "note.snapshot-failed": "No snapshot of the post could be made. The clip goes without it.",
  "note.snapshot-cut": "The post is too big for a snapshot: its end is not in it.",
  "note.pictures-missing":
    "Some pictures of the post could not be fetched. Their addresses are kept, their bytes are not.",
  "note.no-crop": "There is no picture of the post alone: it could not be taken.",
  "note.crop-cut": "The picture of the post alone does not show all of it.",
  "note.crop-covered": "Something of the page lies over the post on its picture.",
  "note.added-in-words":
    "Of posts that were added later the words and links are kept: no snapshot or picture shows them.",

  "mask.hint": "Draw over what must not be seen. It is blackened before the picture is kept.",
  "mask.add": "Cover a part",
  "mask.undo": "Undo",
  "mask.enlarge": "Enlarge",
  "mask.shrink": "Whole picture",
  "mask.one":
    "Covered part {number}. Arrow keys move it, with Shift they change its size, Delete removes it.",
  "mask.image": "Screenshot of the page",
  "mask.imageWithPost": "Screenshot of the page, the post is outlined",

  "due.title": "Once registered",
  "due.line": "{clock}: {due}",
  "due.noAnswer": "No answer is owed.",
  "due.usualRules": "By the usual rules: the organisation’s are not known yet.",
  "due.notCounted": "The dates cannot be counted here; the register will count them.",
  "due.zoneGuess": "By this computer’s time zone: the organisation’s is not known yet.",

  send: "Send",
  "send.hint": "Ctrl+Enter",
  "send.sending": "Sending…",
  "send.errors": {
    one: "Not sent: {count} field needs you.",
    other: "Not sent: {count} fields need you.",
  },
  "save.failed": "Not saved in this browser: {reason}. What you see is here only until it is shut.",
  "send.failed": "Not sent: {reason}. The clip is kept here.",
  discard: "Discard",
  "discard.failed": "Not discarded: {reason}.",

  "sent.queued": "Queued",
  "sent.queuedMore": "The clip is kept in this browser and goes by itself.",
  "sent.disconnected":
    "This browser was disconnected at the desk: the clip is kept, and goes when you connect again.",
  "sent.unconnected": "Otklik is not connected to a server: the clip is kept, and goes when you connect.",
  "sent.waiting": "The server does not answer. The clip is kept and will go by itself.",
  "sent.registered": "Registered,",
  "sent.again": "Already registered,",
  "sent.added": "Added to",
  "sent.due": "{clock} due {due}",
  "sent.gone": "This clip is no longer in the outbox.",
  next: "Next",
} as const satisfies Catalogue;
