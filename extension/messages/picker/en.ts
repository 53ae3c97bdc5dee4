export const en = {
  hint: "Click or Enter takes this post · Space or Shift+click marks several · arrows or Tab go to another · Esc leaves",
  marked: "{marked} marked · Enter takes them · Space marks or unmarks · Esc leaves",
  noAuthor: "No author given",
  noWords: "No text",
  gone: "A marked post has gone from the page and was dropped.",
  full: "No more than {most} posts fit one complaint.",
} as const;
