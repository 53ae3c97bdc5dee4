export const en = {
  same: "Already registered",
  similar: "Much like one that is registered",
  owed: "{who}, {clock} due {due}",
  closed: "{who}, closed",
  nobody: "nobody handles it",
  addTo: "Add to {number}",
  "add.ask": "The clip becomes part of {number}; no new complaint is registered.",
  "add.send": "Send it there",
  "add.keep": "Do not send",
  goOn: "Go on as a new one",
  notAsked: "The server does not answer: whether it is registered already is not known.",
  "join.hint":
    "Sent, the clip becomes part of {number}. Without the tick it is registered as a new complaint.",
  here: "The same post is here once more",
  "here.drafts": {
    one: "{count} other clip that is not sent yet holds it. Each that is sent gets a number of its own.",
    other: "{count} other clips that are not sent yet hold it. Each that is sent gets a number of its own.",
  },
  "here.queued": {
    one: "{count} clip of it was sent and has no number yet. This one would get a second number.",
    other: "{count} clips of it were sent and have no number yet. This one would get one more number.",
  },
  held: "Not sent: the post has just been found in the register, see the top of the clip. Press “Send” again if it is to get a number of its own.",

  "page.ask": "What on this page is registered already?",
  "page.asking": "Looking…",
  "page.notReadable": "This page cannot be read. Click on the extension’s button on it, then ask again.",
  "page.noPosts": "No posts with an id of their own are seen on this page.",
  "page.notPaired": "The extension is not paired with a server.",
  "page.none": {
    one: "The {count} post on this page is not registered.",
    other: "None of the {count} posts on this page is registered.",
  },
  "page.some": {
    one: "{count} of {posts} posts is registered:",
    other: "{count} of {posts} posts are registered:",
  },
} as const;
