import { gmail } from "./mail/gmail";
import { mailRu } from "./mail/mail-ru";
import { outlook } from "./mail/outlook";
import { roundcube } from "./mail/roundcube";
import { yandexMail } from "./mail/yandex-mail";
import type { SiteAdapter } from "./site-adapter";

/** Adapters of webmails, which come with the further readers: without those no mail can be read. */
export const MAIL_SITES: readonly SiteAdapter[] = [gmail, mailRu, outlook, roundcube, yandexMail];
