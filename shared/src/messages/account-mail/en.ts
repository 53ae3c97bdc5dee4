export const en = {
  "invitation.subject": "Invitation to Otklik: {organisation}",
  "invitation.text":
    "Hello {name},\n\n{organisation} keeps its complaints in Otklik and has given you access. Set your password here:\n\n{url}\n\nThe link works once, until {until}. If you know nothing of this, you need not do anything: without a password nobody comes in under your name.",
  "password_reset.subject": "A new password for Otklik: {organisation}",
  "password_reset.text":
    "Hello {name},\n\nA new password was asked for your access to the complaints of {organisation}. Set it here:\n\n{url}\n\nThe link works once, until {until}. If it was not you, you need not do anything: your password stays as it is.",
} as const;
