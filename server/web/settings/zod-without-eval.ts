import { config } from "zod";

/*
 * The page's policy forbids to make functions from text, which zod would try for speed. It tries when a schema is made,
 * so this has to be imported before any.
 */
config({ jitless: true });
