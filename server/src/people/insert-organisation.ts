import { randomUUID } from "node:crypto";
import { DEFAULT_TOPICS, sayTopic } from "@otklik/shared/messages/topic/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { Queryable } from "../db/client";
import { organisations, topics } from "../db/schema";

interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  readonly locale: Locale;
  /** Now, when it is left out. */
  readonly createdAt?: Date;
}

/** Writes an organisation with the topics that every one begins with, in its language. */
export async function insertOrganisation(tx: Queryable, organisation: NewOrganisation): Promise<void> {
  const { id: orgId, locale } = organisation;
  await tx.insert(organisations).values(organisation);
  await tx.insert(topics).values(
    DEFAULT_TOPICS.map((topic, position) => ({
      orgId,
      id: randomUUID(),
      name: sayTopic(locale, topic),
      position,
    })),
  );
}
