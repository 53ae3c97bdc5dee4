import { matches, type Rule, sample } from "../rule";
import { productCode } from "../tree";

const WATCHING =
  /\b(?:tabs\.on[A-Z]\w*|webNavigation|webRequest|declarativeNetRequest|browser\.history|scripting\.registerContentScripts)\b/;

export const nobodyIsWatched: Rule = {
  says: "the extension does not look where people go: it reads a page only when it is asked to",
  breaches: (tree) => productCode(tree, "extension/").flatMap((file) => matches(file, WATCHING)),
  bad: [
    sample("extension/badge/a.ts", "browser.tabs.onActivated.addListener(refresh);"),
    sample("extension/badge/a.ts", "browser.webNavigation.onCompleted.addListener(refresh);"),
  ],
  good: [sample("extension/clip/a.ts", "const [tab] = await browser.tabs.query({ active: true });")],
};
