CREATE TYPE "public"."due_cause" AS ENUM('registered', 'classified', 'extended', 'resumed', 'reopened', 'merged', 'written', 'recounted', 'closed');--> statement-breakpoint
CREATE TYPE "public"."extension_decision" AS ENUM('approved', 'refused');--> statement-breakpoint
ALTER TYPE "public"."clock" ADD VALUE 'internal_request';--> statement-breakpoint
ALTER TYPE "public"."clock" ADD VALUE 'retention';--> statement-breakpoint
CREATE TABLE "calendars" (
	"org_id" uuid NOT NULL,
	"version" text NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	"note" text,
	CONSTRAINT "calendars_org_id_version_pk" PRIMARY KEY("org_id","version"),
	CONSTRAINT "calendars_org_id_position_unique" UNIQUE("org_id","position")
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"org_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"reason" text NOT NULL,
	CONSTRAINT "pauses_org_id_complaint_id_position_pk" PRIMARY KEY("org_id","complaint_id","position")
);
--> statement-breakpoint
CREATE TABLE "regulation_drafts" (
	"org_id" uuid NOT NULL,
	"time_limits" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "regulation_drafts_org_id_pk" PRIMARY KEY("org_id")
);
--> statement-breakpoint
CREATE TABLE "regulations" (
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	"note" text,
	CONSTRAINT "regulations_org_id_name_version_pk" PRIMARY KEY("org_id","name","version")
);
--> statement-breakpoint
CREATE TABLE "term_extensions" (
	"org_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"clock" "clock" NOT NULL,
	"from_due_on" date NOT NULL,
	"to_due_on" date NOT NULL,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decision" "extension_decision",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"comment" text,
	"notice" text,
	CONSTRAINT "term_extensions_org_id_complaint_id_position_pk" PRIMARY KEY("org_id","complaint_id","position")
);
--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "legal_bases" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "restarted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "restarted_channel" "channel";--> statement-breakpoint
ALTER TABLE "complaints" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "due_dates" ADD COLUMN "cause" "due_cause" DEFAULT 'registered' NOT NULL;--> statement-breakpoint
ALTER TABLE "due_dates" ADD COLUMN "made_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "rules_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "recounted_by" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_org_id_published_by_people_org_id_id_fk" FOREIGN KEY ("org_id","published_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulation_drafts" ADD CONSTRAINT "regulation_drafts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulation_drafts" ADD CONSTRAINT "regulation_drafts_org_id_saved_by_people_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulations" ADD CONSTRAINT "regulations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulations" ADD CONSTRAINT "regulations_org_id_published_by_people_org_id_id_fk" FOREIGN KEY ("org_id","published_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_extensions" ADD CONSTRAINT "term_extensions_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_extensions" ADD CONSTRAINT "term_extensions_org_id_requested_by_people_org_id_id_fk" FOREIGN KEY ("org_id","requested_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_extensions" ADD CONSTRAINT "term_extensions_org_id_decided_by_people_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;