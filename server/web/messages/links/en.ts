export const en = {
  "invitation.title": "Welcome to {organisation}",
  "invitation.lead":
    "{name}, you are invited to the register of complaints. Set a password of your own: you sign in with it and {email}.",
  "invitation.submit": "Set the password and sign in",
  "password_reset.title": "A new password",
  "password_reset.lead":
    "For {name} ({email}) at {organisation}. The old password stops working, other browsers are signed out and paired extensions disconnected.",
  "password_reset.passkeys": {
    one: "{count} passkey of yours is removed as well: who has lost a password may have lost that too. Add one again in your profile.",
    other:
      "{count} passkeys of yours are removed as well: who has lost a password may have lost those too. Add them again in your profile.",
  },
  "password_reset.submit": "Set the new password",
  codeOwed:
    "The password is set. To sign in, a code is asked for as well: whoever cannot get one asks an administrator.",
  "other.for": "The link is for somebody else: {name} ({email}).",
  "other.signedIn": "{name} ({email}) is signed in to this browser now. To open the link, sign out.",
  "other.kept": "Until the password is set the link keeps working: it can be opened in another browser too.",
  "other.leave": "Sign out and open the link",
  "other.stay": "Stay signed in",
  password: "New password",
  until: "The link works until {when}.",
  busy: "Setting…",
  "spent.title": "This link no longer works",
  "spent.detail":
    "It was used already, a newer one replaced it, its time is over, or it is cut short. If you have a password, sign in. If not, ask an administrator for a new link.",
  "none.title": "The link is not whole",
  "none.detail":
    "Open it once more from where you got it. After a page is loaded again the link is not in its address any more: that keeps it out of the browser’s history.",
  toSignIn: "To the sign-in",
  "forgotten.title": "Forgotten password",
  "forgotten.lead":
    "Type your e-mail. If somebody signs in with it here, a link for a new password goes there.",
  "forgotten.email": "E-mail",
  "forgotten.submit": "Send a link",
  "forgotten.busy": "Sending…",
  "forgotten.sent": "Look into your mail",
  "forgotten.sent.detail":
    "If somebody signs in with {email} here, the link is on its way; it works for a short time. Nothing comes? Then ask an administrator: they can give you a link themselves.",
  "forgotten.noMail":
    "This server sends no mail. Ask an administrator of your organisation: they give you a link for a new password.",
  "forgotten.link": "Forgotten the password?",
} as const;
