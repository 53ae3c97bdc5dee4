import type { AttachmentKind } from "@otklik/shared/complaint/vocabulary";

/** What kind of file a name is of, by its ending. */
export function kindOfFile(name: string): AttachmentKind {
  if (/\.(?:png|jpe?g|gif|webp|heic|heif|bmp|tiff?|avif)$/i.test(name)) return "image";
  if (/\.(?:mp4|mov|avi|mkv|webm|3gp)$/i.test(name)) return "video";
  return /\.(?:mp3|ogg|oga|opus|wav|m4a|amr|aac)$/i.test(name) ? "audio" : "file";
}
