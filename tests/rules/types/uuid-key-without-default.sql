-- bad: of the table, in quotes
CREATE TABLE a ("Id" uuid, n int, PRIMARY KEY ("Id"));
                ^^^^^^^^^
CREATE TABLE b (badge_uuid UUID NOT NULL, n int);
                ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE ONLY b ADD CONSTRAINT b_pkey PRIMARY KEY (badge_uuid);
-- fixed:
CREATE TABLE a ("Id" uuid DEFAULT gen_random_uuid(), n int, PRIMARY KEY ("Id"));
CREATE TABLE b (badge_uuid UUID DEFAULT gen_random_uuid() NOT NULL, n int);
ALTER TABLE ONLY b ADD CONSTRAINT b_pkey PRIMARY KEY (badge_uuid);
-- good: made by clients, by another table, later, of a log
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE b (id uuid PRIMARY KEY REFERENCES a (id));
CREATE TABLE outbox (id uuid PRIMARY KEY);
CREATE TABLE c (client_id uuid PRIMARY KEY);
CREATE TABLE d_history (id uuid PRIMARY KEY);
CREATE TABLE e (id uuid PRIMARY KEY);
ALTER TABLE e ALTER COLUMN id SET DEFAULT gen_random_uuid();
-- good: the key of another table, with or without a foreign key
CREATE TABLE tenants (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE quotas (tenant_id uuid PRIMARY KEY, seats int NOT NULL);
-- bad: an id of its own
CREATE TABLE quotas (quota_id uuid PRIMARY KEY, seats int NOT NULL);
                     ^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE quotas (quota_id uuid DEFAULT gen_random_uuid() PRIMARY KEY, seats int NOT NULL);
