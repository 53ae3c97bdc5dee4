import type { Locale } from "@otklik/shared/people/locale";
import { sayEvidence } from "../../messages/evidence";
import { markupText } from "./markup-text";
import type { PageSnapshot } from "./run-snapshot-script";

/** Nothing in it may run or ask the network, whoever opens it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The sheet by which only what is written for an element holds. Nothing of a post is seen outside of it, however it
 * was placed: what the register says of the snapshot stands on its own, and one post does not speak for another.
 */
const BASE = `
html{color-scheme:light;background:#f4f2ec}
body{margin:16px;font:13px/1.4 system-ui,sans-serif;color:#1b2330}
header{position:relative;z-index:1;display:grid;gap:2px;margin-block-end:16px;padding:8px 12px;border:1px solid #e3dfd6;background:#fff}
header b{font-size:15px}
main{position:relative;z-index:0;isolation:isolate}
main *{all:unset}
main>[data-post]{display:flow-root;position:relative;isolation:isolate;contain:paint;overflow:clip;margin-block-end:16px}
main>[data-post]>*{position:relative!important;inset:auto!important;float:none!important;margin:0!important}
main .gone{display:inline-block;outline:1px dashed #8a8a8a;font:12px/1.3 system-ui,sans-serif;color:#777;overflow:hidden}
main .masked{background:#000!important;color:#000!important;background-image:none!important}`;

export interface SnapshotHead {
  readonly title: string;
  readonly url: string;
  /** UTC. */
  readonly capturedAt: string;
  /** Begins the ids of its parts: those of another snapshot of the same draft begin otherwise. */
  readonly partPrefix: string;
}

/** The snapshot as a page of its own: what it is of, when it was taken, and the posts as they were shown. */
export function snapshotHtml(
  snapshot: PageSnapshot,
  { title, url, capturedAt, partPrefix }: SnapshotHead,
  locale: Locale,
): string {
  const { markup, styles, background, post, isCut } = snapshot;
  const width = Math.ceil(Math.max(post.width, 0));
  const ground = /^[\w#(),. %/-]+$/.test(background) ? background : "#fff";
  const time = `<time datetime="${markupText(capturedAt)}">${markupText(capturedAt)}</time>`;
  const head = [
    `<b data-part="${partPrefix}title">${markupText(title)}</b>`,
    `<span data-part="${partPrefix}url">${markupText(url)}</span>`,
    `<span>${markupText(sayEvidence(locale, "snapshot.takenAt"))} ${time}</span>`,
    `<small>${markupText(sayEvidence(locale, "snapshot.links"))}</small>`,
    isCut ? `<strong>${markupText(sayEvidence(locale, "snapshot.cut"))}</strong>` : "",
  ];
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">`,
    `<title>${markupText(title)}</title><style>${BASE}\nmain{display:block;box-sizing:content-box;max-width:${width}px;padding:12px;background:${ground}}\n${styles}</style></head>`,
    `<body><header>${head.join("")}</header><main>${markup}</main></body></html>\n`,
  ].join("\n");
}
