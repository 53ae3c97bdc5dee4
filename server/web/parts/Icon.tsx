import type { Channel } from "@otklik/shared/complaint/vocabulary";

/** Outlines in a box of 16 units; the colour is that of the text. */
const PATHS = {
  overdue: "M8 1.5 15 14H1L8 1.5ZM8 6v4M8 11.8v.4",
  soon: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5V8l2.5 1.5",
  in_time: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3",
  stands: "M5.5 3v10M10.5 3v10",
  none: "M3 8.5 6.5 12 13 4.5",
  social: "M2 3h9v6H6l-2.5 2V9H2zM13 5.5h1.5V12h-2v2L10 12H7.5",
  review: "m8 1.8 1.9 4 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2.1.7-4.3-3.1-3 4.3-.6z",
  webmail: "M10.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Zm0 0v1c0 2 3 2 3-1a5.5 5.5 0 1 0-2.2 4.4",
  email: "M1.5 3.5h13v9h-13zM2 4l6 5 6-5",
  web: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.5 8h13M8 1.5c-4.5 4-4.5 9 0 13M8 1.5c4.5 4 4.5 9 0 13",
  web_form: "M2.5 1.5h11v13h-11zM5 5h6M5 8h6M5 11h3",
  phone:
    "M4 1.5 6.5 5 5 7c.7 1.7 2.3 3.3 4 4l2-1.5 3.5 2.5c-.5 1.7-1.6 2.5-3 2.5C6 14.5 1.5 10 1.5 4.5c0-1.4.8-2.5 2.5-3Z",
  in_person: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 14.5c.4-3.5 2.8-5 6-5s5.6 1.5 6 5",
  post: "M1.5 3.5h13v9h-13zM10.5 5.5h2v2.5h-2zM3.5 9.5h4M3.5 7.5h3",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.5 10.5 14.5 14.5",
  close: "m3.5 3.5 9 9M12.5 3.5l-9 9",
  back: "M9.5 3 4.5 8l5 5",
} as const satisfies Record<Channel, string> & Record<string, string>;

export type IconName = keyof typeof PATHS;

/** A decoration beside a word; what has no word beside it is named by its button. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
