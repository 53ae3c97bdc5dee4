CREATE TYPE "public"."channel" AS ENUM('social', 'review', 'webmail', 'email', 'web', 'web_form', 'phone', 'in_person', 'post');--> statement-breakpoint
CREATE TYPE "public"."clock" AS ENUM('first_response', 'term_notice', 'triage', 'answer');--> statement-breakpoint
CREATE TYPE "public"."complaint_kind" AS ENUM('general', 'claim', 'service', 'suggestion');--> statement-breakpoint
CREATE TYPE "public"."complaint_status" AS ENUM('registered', 'closed');--> statement-breakpoint
CREATE TYPE "public"."evidence_kind" AS ENUM('screenshot', 'snapshot');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('ru', 'en');--> statement-breakpoint
CREATE TABLE "complaints" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" "complaint_kind" NOT NULL,
	"status" "complaint_status" DEFAULT 'registered' NOT NULL,
	"channel" "channel" NOT NULL,
	"anonymous" boolean NOT NULL,
	"topic_id" uuid,
	"remedy_sought" text,
	"clip" jsonb NOT NULL,
	"permalink_key" text,
	"content_hash" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	"responsible_id" uuid,
	"next_due_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('russian', ("complaints"."clip" ->> 'narrative') || ' ' || coalesce("complaints"."clip" #>> '{author,name}', '') || ' ' || coalesce("complaints"."clip" #>> '{author,handle}', ''))) STORED,
	CONSTRAINT "complaints_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "complaints_org_id_year_ordinal_unique" UNIQUE("org_id","year","ordinal")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"origin" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"scope" text[] NOT NULL,
	"paired_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "devices_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "devices_org_id_secret_hash_unique" UNIQUE("org_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "due_dates" (
	"org_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"clock" "clock" NOT NULL,
	"revision" smallint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"provisional" boolean NOT NULL,
	"start_at" timestamp with time zone NOT NULL,
	"regulation" text NOT NULL,
	"regulation_version" integer NOT NULL,
	"rule_id" text NOT NULL,
	"calendar_version" text NOT NULL,
	"met_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "due_dates_org_id_complaint_id_clock_revision_pk" PRIMARY KEY("org_id","complaint_id","clock","revision")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"org_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"complaint_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"device_id" uuid,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "events_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"org_id" uuid NOT NULL,
	"complaint_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" "evidence_kind" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"region" jsonb,
	"masks" jsonb NOT NULL,
	CONSTRAINT "evidence_org_id_complaint_id_position_pk" PRIMARY KEY("org_id","complaint_id","position")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"org_id" uuid NOT NULL,
	"sha256" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_org_id_sha256_pk" PRIMARY KEY("org_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "number_counters" (
	"org_id" uuid NOT NULL,
	"series" text NOT NULL,
	"year" smallint NOT NULL,
	"last_ordinal" integer NOT NULL,
	CONSTRAINT "number_counters_org_id_series_year_pk" PRIMARY KEY("org_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"locale" "locale" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"org_id" uuid NOT NULL,
	"device_code_hash" "bytea" NOT NULL,
	"user_code" text NOT NULL,
	"code_challenge" text NOT NULL,
	"device_name" text NOT NULL,
	"origin" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"polled_at" timestamp with time zone,
	"decision" text,
	"decided_by_org_id" uuid,
	"decided_by" uuid,
	"issued_at" timestamp with time zone,
	CONSTRAINT "pairings_org_id_device_code_hash_pk" PRIMARY KEY("org_id","device_code_hash"),
	CONSTRAINT "pairings_org_id_user_code_unique" UNIQUE("org_id","user_code")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "people_org_id_email_unique" UNIQUE("org_id","email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"org_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_org_id_secret_hash_pk" PRIMARY KEY("org_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"org_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "setup_links_org_id_secret_hash_pk" PRIMARY KEY("org_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "topics_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_org_id_registered_by_people_org_id_id_fk" FOREIGN KEY ("org_id","registered_by") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_org_id_person_id_people_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_dates" ADD CONSTRAINT "due_dates_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_complaint_id_complaints_org_id_id_fk" FOREIGN KEY ("org_id","complaint_id") REFERENCES "public"."complaints"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_org_id_person_id_people_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."people"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_open_of_person" ON "complaints" USING btree ("org_id","responsible_id","next_due_at") WHERE "complaints"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX "complaints_open" ON "complaints" USING btree ("org_id","next_due_at") WHERE "complaints"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX "complaints_search" ON "complaints" USING gin ("org_id","search");--> statement-breakpoint
CREATE INDEX "complaints_permalink" ON "complaints" USING btree ("org_id","permalink_key") WHERE "complaints"."permalink_key" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "devices_origin" ON "devices" USING btree ("origin");--> statement-breakpoint
CREATE INDEX "events_of_complaint" ON "events" USING btree ("org_id","complaint_id","id");--> statement-breakpoint
CREATE INDEX "evidence_sha256" ON "evidence" USING btree ("org_id","sha256");--> statement-breakpoint
CREATE INDEX "people_email" ON "people" USING btree ("email");