-- An index that begins with the organisation's id and goes on with words.
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
-- What only the owner of the tables may read: the name and password of the role that the server works with.
CREATE SCHEMA owner_only;
--> statement-breakpoint
REVOKE ALL ON SCHEMA owner_only FROM PUBLIC;
--> statement-breakpoint
CREATE TABLE owner_only.app_login (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  role_name text NOT NULL,
  password text NOT NULL
);
