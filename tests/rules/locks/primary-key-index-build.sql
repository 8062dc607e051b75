-- bad: nullable or unknown columns would be scanned for NULLs, so there is no edit
-- given:
CREATE TABLE audit (id bigint);
-- sql:
ALTER TABLE audit ADD PRIMARY KEY (id);
                  ^^^^^^^^^^^^^^^^^^^^
ALTER TABLE others ADD CONSTRAINT others_pk PRIMARY KEY (id);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: several columns
-- given:
CREATE TABLE members (user_id bigint NOT NULL, group_id bigint NOT NULL);
-- sql:
ALTER TABLE members ADD PRIMARY KEY (user_id, group_id);
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY members_pkey ON members (user_id, group_id);
ALTER TABLE members ADD CONSTRAINT members_pkey PRIMARY KEY USING INDEX members_pkey;
-- bad: a new column
ALTER TABLE audit ADD COLUMN id bigint PRIMARY KEY;
                                       ^^^^^^^^^^^
-- bad: in a transaction
-- given:
CREATE TABLE audit (id bigint NOT NULL);
-- sql:
BEGIN;
ALTER TABLE audit ADD PRIMARY KEY (id);
                  ^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: the old key goes in the same statement
-- given:
CREATE TABLE audit (id bigint PRIMARY KEY, at date NOT NULL);
-- sql:
ALTER TABLE audit DROP CONSTRAINT audit_pkey, ADD PRIMARY KEY (id, at);
                                              ^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a partitioned table
-- given:
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- sql:
ALTER TABLE events ADD PRIMARY KEY (id, at);
                   ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: the index is there
ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY USING INDEX audit_idx;
-- good: a serial column rewrites the table, which has its own rule
ALTER TABLE audit ADD COLUMN id bigserial PRIMARY KEY;
ALTER TABLE audit ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
-- good: the table is new or temporary
CREATE TABLE audit (id bigint NOT NULL);
CREATE TEMP TABLE picked (id integer);
ALTER TABLE ONLY audit ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE picked ADD PRIMARY KEY (id);
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings ADD PRIMARY KEY (name);
