import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { build, type Plugin } from "vite";

const FILE = "verify.html";

/**
 * Adds the page that checks a proof without the register: script and style stand in it, and its policy lets it run
 * these and nothing else, and reach nothing.
 */
export function verifyPage(): Plugin {
  return {
    name: "otklik-verify-page",
    apply: "build",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: FILE, source: pageOf(await bundle()) });
    },
  };
}

interface Parts {
  readonly script: string;
  readonly style: string;
}

async function bundle(): Promise<Parts> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [preact({ devToolsEnabled: false })],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: ["chrome120", "firefox121"],
      lib: {
        entry: fileURLToPath(new URL("./main.tsx", import.meta.url)),
        formats: ["iife"],
        name: "otklik",
        cssFileName: "verify",
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  const script = outputs.find((output) => output.type === "chunk")?.code;
  const style = outputs.find(({ fileName }) => fileName.endsWith(".css"));
  if (script === undefined || style?.type !== "asset")
    throw new Error("The page that checks proofs was not built");
  return { script: script.replaceAll("</script", "<\\/script"), style: String(style.source) };
}

function pageOf({ script, style }: Parts): string {
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Otklik</title>
<style>${style}</style>
<body></body>
<script>${script}</script>
</html>
`;
}
