import { defineConfig } from "vite";

/** One file for Node: our own packages inside, everything from npm outside. */
export default defineConfig({
  build: {
    ssr: "src/main.ts",
    outDir: "dist",
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rollupOptions: { output: { entryFileNames: "main.js" } },
  },
  // A dependency of `shared` alone cannot be found from the server's folder.
  ssr: { noExternal: [/^@otklik\//, "temporal-polyfill"] },
});
