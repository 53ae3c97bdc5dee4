export const en = {
  "extension.title": "A new date for {what}, complaint No. {number}",
  "extension.greeting": "Good day,",
  "extension.dates":
    "we are working on your complaint No. {number}. The date for {what} was {from}. We need more time to deal with it properly: the new date is {to}, inclusive.",
  "extension.reason": "The reason: {reason}",
  "extension.nothingToDo": "You need not do anything. We are sorry that you have to wait longer.",
  "extension.close": "Yours faithfully,\n{organisation}",

  "what.answer": "our answer",
  "what.first_response": "our first response",
  "what.term_notice": "the notice of the term",
  "what.triage": "the first consideration",
} as const;
