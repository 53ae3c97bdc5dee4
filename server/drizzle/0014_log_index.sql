CREATE INDEX "events_of_log" ON "events" USING btree ("org_id","id") WHERE ("events"."complaint_id" IS NULL AND "events"."kind" NOT IN ('session_started', 'session_ended',
    'device_key_recorded', 'regulation_draft_saved', 'regulation_draft_discarded')
    OR "events"."kind" IN ('subject_named', 'subject_removed', 'task_link_issued', 'task_link_used', 'task_link_revoked'));