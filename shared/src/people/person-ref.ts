import { z } from "zod";

/** A person as others are shown them. */
export const personRefSchema = z.object({ id: z.uuid(), name: z.string() });
