ALTER TYPE "public"."evidence_kind" ADD VALUE 'crop' BEFORE 'snapshot';--> statement-breakpoint
ALTER TYPE "public"."evidence_kind" ADD VALUE 'attachment';--> statement-breakpoint
ALTER TYPE "public"."evidence_kind" ADD VALUE 'mail';--> statement-breakpoint
CREATE TABLE "added_clips" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"clip" jsonb NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	"device_id" uuid,
	CONSTRAINT "added_clips_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "complaint_posts" (
	"org_id" uuid NOT NULL,
	"permalink_key" text NOT NULL,
	"complaint_id" uuid NOT NULL,
	CONSTRAINT "complaint_posts_org_id_permalink_key_complaint_id_pk" PRIMARY KEY("org_id","permalink_key","complaint_id")
);
--> statement-breakpoint
CREATE TABLE "device_keys" (
	"org_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "device_keys_org_id_device_id_public_key_pk" PRIMARY KEY("org_id","device_id","public_key")
);
--> statement-breakpoint
CREATE TABLE "text_sketches" (
	"org_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"bands" integer[] NOT NULL,
	CONSTRAINT "text_sketches_org_id_complaint_id_pk" PRIMARY KEY("org_id","complaint_id")
);
--> statement-breakpoint
CREATE TABLE "adapter_counts" (
	"org_id" uuid NOT NULL,
	"adapter" text NOT NULL,
	"day" date NOT NULL,
	"part" text NOT NULL,
	"found" integer NOT NULL,
	"missed" integer NOT NULL,
	CONSTRAINT "adapter_counts_org_id_day_adapter_part_pk" PRIMARY KEY("org_id","day","adapter","part")
);
--> statement-breakpoint
CREATE TABLE "health_reports" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "health_reports_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "site_corrections" (
	"org_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"sites" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "site_corrections_org_id_revision_pk" PRIMARY KEY("org_id","revision")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "masked_parts" integer;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "added_clip_id" uuid;--> statement-breakpoint
ALTER TABLE "added_clips" ADD CONSTRAINT "added_clips_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "added_clips" ADD CONSTRAINT "added_clips_org_id_added_by_people_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_posts" ADD CONSTRAINT "complaint_posts_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_keys" ADD CONSTRAINT "device_keys_org_id_device_id_devices_org_id_id_fk" FOREIGN KEY ("org_id","device_id") REFERENCES "public"."devices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_sketches" ADD CONSTRAINT "text_sketches_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adapter_counts" ADD CONSTRAINT "adapter_counts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_reports" ADD CONSTRAINT "health_reports_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_corrections" ADD CONSTRAINT "site_corrections_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_corrections" ADD CONSTRAINT "site_corrections_org_id_saved_by_people_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "added_clips_of_complaint" ON "added_clips" USING btree ("org_id","complaint_id","added_at");--> statement-breakpoint
CREATE INDEX "text_sketches_bands" ON "text_sketches" USING gin ("org_id","bands");--> statement-breakpoint
CREATE INDEX "health_reports_received" ON "health_reports" USING btree ("org_id","received_at");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_added_clip_id_added_clips_org_id_id_fk" FOREIGN KEY ("org_id","added_clip_id") REFERENCES "public"."added_clips"("org_id","id") ON DELETE no action ON UPDATE no action;