import type { Rule } from "../rule";
import * as dependencies from "./dependencies";
import * as direction from "./direction";
import * as documents from "./documents";
import * as entrypoints from "./entrypoints";
import * as messages from "./messages";
import * as privacy from "./privacy";
import * as purity from "./purity";
import * as shape from "./shape";

export const RULES: readonly Rule[] = [
  direction,
  purity,
  privacy,
  entrypoints,
  shape,
  documents,
  dependencies,
  messages,
].flatMap((area) => Object.values<Rule>({ ...area }));
