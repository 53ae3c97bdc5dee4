import { PRODUCTS } from "../../server/bin/products";
import { commands, type Step } from "./step";

/** Everything that is built, anew: a test must not trust what an earlier build left. */
export function builds(): readonly Step[] {
  return PRODUCTS.map(({ name, commands: lines }) => commands(`build of the ${name}`, lines));
}
