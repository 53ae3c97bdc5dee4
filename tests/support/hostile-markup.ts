/** Each would set `window.__pwned` or leave the page where somebody took it for markup, an address or a template. */
export const HOSTILE_MARKUP: readonly string[] = [
  "<script>window.__pwned=1</script>",
  "<script>parent.__pwned=1//",
  "</textarea></title><script>window.__pwned=1</script>",
  "<img src=x onerror=window.__pwned=1>",
  "<img src='x'onerror='window.__pwned=1'",
  '"><img src=x onerror=window.__pwned=1>',
  "'-window.__pwned=1-'",
  "<svg onload=window.__pwned=1>",
  "<svg><animate onbegin=window.__pwned=1 attributeName=x dur=1s>",
  "<svg><script>window.__pwned=1</script></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=window.__pwned=1 />#x'>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=window.__pwned=1&gt;'>",
  "<math><a xlink:href=javascript:window.__pwned=1>x",
  "<iframe srcdoc='<script>parent.__pwned=1</script>'></iframe>",
  "<iframe src=javascript:parent.__pwned=1></iframe>",
  "<object data=javascript:window.__pwned=1></object>",
  "<embed src=javascript:window.__pwned=1>",
  "<noscript><p title='</noscript><img src=x onerror=window.__pwned=1>'>",
  "<template><img src=x onerror=window.__pwned=1></template>",
  "<div><template shadowrootmode=open><script>window.__pwned=1</script></template></div>",
  "<a id=config href=javascript:window.__pwned=1>x</a><form name=body><input name=children></form>",
  "<a href='java&#9;script:window.__pwned=1'>x</a>",
  "<base href=https://evil.example/><script src=a.js></script>",
  "<meta http-equiv=refresh content='0;url=javascript:window.__pwned=1'>",
  "<link rel=stylesheet href=//evil.example/a.css><style>@import '//evil.example/b.css'</style>",
  "<body onpageshow=window.__pwned=1><input autofocus onfocus=window.__pwned=1>",
  "<details open ontoggle=window.__pwned=1><video><source onerror=window.__pwned=1></video>",
  "{{constructor.constructor('window.__pwned=1')()}} $" + "{window.__pwned=1} <%= __pwned %>",
  "\u2028window.__pwned=1\u2029//\u202e<tpircs>",
  "<!--><img src=x onerror=window.__pwned=1>--> <![CDATA[<script>window.__pwned=1</script>]]>",
];

/** What fits a field of one line. */
export function inOneLine(markup: string): string {
  return markup.replaceAll(/[\u2028\u2029]/g, " ");
}
