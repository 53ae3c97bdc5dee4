import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";

const PERMISSIONS = [
  "activeTab",
  "scripting",
  "storage",
  "unlimitedStorage",
  "alarms",
  "contextMenus",
  "notifications",
];

export default defineConfig({
  // Every name has a visible import.
  imports: false,
  // `wxt dev` would start a browser of its own, which fails for root and hides which one is loaded.
  webExt: { disabled: true },
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()], build: { target: "es2023" } }),
  manifest: ({ browser }) => ({
    name: "__MSG_name__",
    short_name: "Otklik",
    description: "__MSG_description__",
    default_locale: "en",
    icons: { 16: "icon/16.png", 32: "icon/32.png", 48: "icon/48.png", 128: "icon/128.png" },
    action: { default_title: "Otklik" },
    permissions: browser === "firefox" ? PERMISSIONS : [...PERMISSIONS, "sidePanel"],
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'" },
    commands: {
      clip: { suggested_key: { default: "Alt+Shift+K" }, description: "__MSG_commandClip__" },
      pick: { suggested_key: { default: "Alt+Shift+Y" }, description: "__MSG_commandPick__" },
      _execute_action: { suggested_key: { default: "Alt+Shift+U" } },
    },
    ...(browser === "firefox" ? FIREFOX : CHROMIUM),
  }),
});

// `light-dark()` in the design tokens is the youngest thing that is used.
const CHROMIUM = { minimum_chrome_version: "123" };

const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: "clip@otklik.app",
      strict_min_version: "142.0",
      // Clips go to the organisation's own server: the post, who wrote it, and letters in webmail.
      data_collection_permissions: {
        required: ["websiteContent", "personallyIdentifyingInfo", "personalCommunications"],
      },
    },
  },
};
