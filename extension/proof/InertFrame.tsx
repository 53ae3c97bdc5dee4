interface Props {
  readonly title: string;
  /** Whole page; nothing in it runs, is sent, or leads anywhere. */
  readonly html: string;
}

/**
 * A page that strangers wrote, shown without scripts and of no origin. Every content has a frame of its own: Chromium
 * drops a new `srcdoc` that comes while the one before is still on its way, and would go on to show what was hidden.
 */
export function InertFrame({ title, html }: Props) {
  return <iframe key={html} title={title} sandbox="" srcdoc={html} />;
}
