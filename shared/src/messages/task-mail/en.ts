export const en = {
  subject: "A later date to decide on: No. {number}, {organisation}",
  text: "Hello {name},\n\nFor complaint No. {number} of {organisation} a later date is asked for, and you are asked to decide. See the dates and the reason and decide here, without signing in:\n\n{url}\n\nThe link decides once, in your name, until {until}. Pass it on to nobody.",
} as const;
