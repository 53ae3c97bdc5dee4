import type { ComponentChildren } from "preact";
import { Brand } from "../frame/Brand";
import { LanguageChoice } from "../frame/LanguageChoice";
import { ThemeChoice } from "../frame/ThemeChoice";

/** The frame of the pages before the register: one card in the middle. */
export function EntryFrame({ children }: { children: ComponentChildren }) {
  return (
    <div class="entry">
      <header class="entry-head">
        <Brand />
        <LanguageChoice />
        <ThemeChoice />
      </header>
      <main class="entry-card">{children}</main>
    </div>
  );
}
