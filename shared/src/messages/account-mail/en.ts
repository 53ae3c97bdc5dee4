export const en = {
  "invitation.subject": "Invitation to Otklik: {organisation}",
  "invitation.text":
    "Hello {name},\n\n{organisation} keeps its complaints in Otklik and has given you access. Set your password here:\n\n{url}\n\nThe link works once, until {until}. If you know nothing of this, you need not do anything: without a password nobody comes in under your name.",
  "password_reset.subject": "A new password for Otklik: {organisation}",
  "password_reset.text":
    "Hello {name},\n\nA new password was asked for your access to the complaints of {organisation}. Set it here:\n\n{url}\n\nThe link works once, until {until}. If it was not you, you need not do anything: your password stays as it is.",
  "several.subject": "New passwords for Otklik",
  "several.text":
    "Hello,\n\nA new password was asked for this address. It gives access to the complaints of several organisations, and has a password in each. Set those that you need:\n\n{links}\n\nEach link works once. If it was not you, you need not do anything: your passwords stay as they are.",
  "several.password_reset": "{organisation}, {name}, until {until}:\n{url}",
  "several.invitation": "{organisation}, {name}, an invitation, until {until}:\n{url}",
} as const;
