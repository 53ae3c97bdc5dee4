DROP INDEX "events_of_names";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "renamed_person" uuid GENERATED ALWAYS AS (CASE WHEN kind = 'person_renamed' THEN (data -> 'person' ->> 'id')::uuid END) STORED;--> statement-breakpoint
CREATE INDEX "events_of_renamed" ON "events" USING btree ("org_id","renamed_person","id") WHERE "events"."renamed_person" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "devices_of_person" ON "devices" USING btree ("org_id","person_id");