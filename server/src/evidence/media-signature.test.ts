import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { expect, it } from "vitest";
import { beginsAs } from "./media-signature";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const JPEG = Buffer.from("ffd8ffe000104a464946", "hex");
const WEBP = Buffer.from("524946460000000057454250", "hex");
const WAVE = Buffer.from("524946460000000057415645", "hex");
const text = (value: string) => Buffer.from(value);

it.each<[string, EvidenceMediaType, Buffer, boolean]>([
  ["a PNG", "image/png", PNG, true],
  ["a PNG cut in its signature", "image/png", PNG.subarray(0, 7), false],
  ["a JPEG", "image/jpeg", JPEG, true],
  ["a WebP", "image/webp", WEBP, true],
  ["another RIFF file as WebP", "image/webp", WAVE, false],
  ["a JPEG as PNG", "image/png", JPEG, false],
  ["ATT-02 an SVG as PNG", "image/png", text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()">'), false],
  ["ATT-03 a GIF", "image/png", text("GIF89a/*"), false],
  ["a page", "text/html", text("<!DOCTYPE html><html>"), true],
  ["a page after a byte order mark and spaces", "text/html", text("\uFEFF\n <html>"), true],
  ["a part of a page", "text/html", text("<article lang='ru'>"), true],
  ["a PNG as a page", "text/html", PNG, false],
  ["ATT-02 an SVG as a page", "text/html", text("<svg onload='x()'>"), false],
  ["plain text as a page", "text/html", text("hello"), false],
  ["an element that only begins alike", "text/html", text("<divine>"), false],
  ["a GIF", "image/gif", text("GIF89a\u0001"), true],
  ["an older GIF", "image/gif", text("GIF87a\u0001"), true],
  ["a GIF of no version", "image/gif", text("GIF88a\u0001"), false],
  ["a PNG as a GIF", "image/gif", PNG, false],
  ["a mail", "message/rfc822", text("Return-Path: <lapka@pochta.test>\r\n"), true],
  ["a mail after a byte order mark", "message/rfc822", text("\uFEFFReceived: from mx"), true],
  ["a mail out of a mailbox file", "message/rfc822", text("From lapka@pochta.test Mon"), true],
  ["ATT-02 a page as a mail", "message/rfc822", text("<script>x()</script>"), false],
  ["a PNG as a mail", "message/rfc822", PNG, false],
  ["words as a mail", "message/rfc822", text("Здравствуйте: это письмо"), false],
  ["nothing", "text/html", text(""), false],
])("%s as %s", (_what, mediaType, head, begins) => {
  expect(beginsAs(mediaType, head)).toBe(begins);
});
