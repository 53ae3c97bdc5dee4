ALTER TABLE "pairings" ADD COLUMN "slow_downs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "burned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "claimed_by_session" uuid;--> statement-breakpoint
-- A device reads its own complaints alone: so do those that were paired before.
UPDATE devices SET scope = array_replace(scope, 'complaint:read', 'complaint:read-own');
