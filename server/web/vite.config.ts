import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { verifyPage } from "./verify/verify-page-plugin";

const SERVER = "http://127.0.0.1:8787";

/** The desk page. Built files are named by their content, so the server may let browsers keep them for ever. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  plugins: [preact({ devToolsEnabled: false }), verifyPage()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["chrome120", "firefox121"],
    // The policy allows scripts and styles from files alone: nothing is put into the page itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    proxy: {
      // The server answers to its own name only.
      // Not the page's own modules, whose folder has the same name.
      "^/api/(?!.*\\.tsx?\\b)": { target: SERVER, changeOrigin: true },
      "/healthz": { target: SERVER, changeOrigin: true },
    },
  },
});
