import { spawn } from "node:child_process";
import { StartRefusal } from "../src/start-refusal";
import { workspaceRoot } from "../src/workspace";
import { isBuiltFrom, sourcesHash, stamp } from "./build-stamps";
import type { Product } from "./products";

type Tell = (line: string) => void;

/** One bundler takes some 500 MB. */
const MEMORY_FOR_TWO_BYTES = 1_500_000_000;

/**
 * Builds what is missing or whose sources have changed since it was built.
 *
 * @throws StartRefusal when a build fails; what it printed has been told by then
 */
export async function buildChanged(products: readonly Product[], tell: Tell): Promise<void> {
  const hashes = await Promise.all(products.map(sourcesHash));
  const waiting: { product: Product; hash: string }[] = [];
  for (const [place, product] of products.entries()) {
    const hash = hashes[place] ?? "";
    if (!(await isBuiltFrom(product, hash))) waiting.push({ product, hash });
  }
  if (waiting.length === 0) return;
  tell(`Building ${waiting.map(({ product }) => product.name).join(", ")}; next time only what has changed.`);
  const lanes = process.availableMemory() > MEMORY_FOR_TWO_BYTES ? 2 : 1;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await build(next.product, tell);
        await stamp(next.product, next.hash);
      }
    }),
  );
}

async function build(product: Product, tell: Tell): Promise<void> {
  const startedAt = performance.now();
  for (const command of product.commands) {
    const { exitCode, output } = await run(command);
    if (exitCode !== 0) {
      tell(output.trimEnd());
      throw new StartRefusal(`The ${product.name} cannot be built; what its build printed stands above.`);
    }
  }
  tell(`  ${product.name} built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function run([program, ...args]: Product["commands"][number]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: workspaceRoot,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
      // A command file of Windows is run by its shell.
      shell: process.platform === "win32",
    });
    let output = "";
    const gather = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
