export const en = {
  region: "Mail files",
  choose: "From a mail file…",
  "choose.hint": "A mail saved as .eml. It may also be dropped anywhere here, or pasted.",
  drop: "Drop the mail here (.eml)",
  reading: "Reading…",
  drafts: { one: "{count} mail is a draft now.", other: "{count} mails are drafts now." },

  mail: "Mail",
  "mail.subject": "Subject",
  "mail.address": "E-mail address",
  "mail.sent": "Sent",
  "mail.says": "In the mail: {raw}",
  "mail.to": "To",
  "mail.id": "Message-ID",
  "mail.inReplyTo": "Answers",

  "refused.too-big":
    "larger than {megabytes} MB, which the register does not take. Save the mail without its attachments.",
  "refused.empty": "the file is empty.",
  "refused.outlook-binary":
    "this is Outlook’s own .msg. Save the mail as .eml, or clip it in Outlook on the web.",
  "refused.not-a-mail":
    "the file has no headers of a mail in it (From, Date, Subject and others). Save the mail itself as .eml and try again.",
  "refused.broken": "the mail is damaged and cannot be read. The file is as it was; copy the text by hand.",
  "refused.failed": "the browser could not keep it. The file is as it was; try again.",
} as const;
