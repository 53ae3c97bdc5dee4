-- One text is written in several ways: "й" as one sign, or as "и" with a sign of its own for the breve. Words are kept
-- in the first of them, and looked for in it; the text itself stays as the page had it.
ALTER TABLE "complaints" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('russian', normalize(("complaints"."clip" ->> 'narrative') || ' ' || coalesce("complaints"."clip" #>> '{author,name}', '') || ' ' || coalesce("complaints"."clip" #>> '{author,handle}', ''), NFC))) STORED;--> statement-breakpoint
CREATE INDEX "complaints_search" ON "complaints" USING gin ("org_id","search");
