-- A table in use becomes the first partition of a partitioned one, without a copy of its rows.
--- rule
partitions/partition-of-plain-table
--- guidance
--- harmless
--- given
CREATE TABLE people (id bigint PRIMARY KEY);
CREATE TABLE visits (
    id bigserial PRIMARY KEY,
    person bigint NOT NULL REFERENCES people,
    seen_at timestamptz NOT NULL DEFAULT now(),
    pages int NOT NULL DEFAULT 1 CHECK (pages > 0),
    twice int GENERATED ALWAYS AS (pages * 2) STORED,
    "Note" text,
    CONSTRAINT one_a_time UNIQUE (person, seen_at)
);
CREATE INDEX "visits Note" ON visits ("Note") WHERE pages > 1;
INSERT INTO people SELECT generate_series(1, 500);
INSERT INTO visits (person, seen_at, pages) SELECT n, timestamptz '2024-01-01 00:00+00' + n * interval '1 h', 1 + n % 3 FROM generate_series(1, 500) AS n;
--- migration
CREATE TABLE visits_2099 PARTITION OF visits FOR VALUES FROM ('2099-01-01 00:00+00') TO (MAXVALUE);
--- down
DROP TABLE visits_2099;
--- original
SELECT 1;
--- writes
INSERT INTO visits (person, seen_at) VALUES ({n}, timestamptz '2025-01-01 00:00+00' + {n} * interval '1 day');
DELETE FROM visits WHERE id = 10 * {n};
--- holds
INSERT INTO visits (person, seen_at) VALUES (1, '2099-06-01') RETURNING tableoid = 'visits_2099'::regclass;
SELECT count(*) > 490 FROM visits_before_2099_01_01;
DELETE FROM visits WHERE seen_at = '2099-06-01' RETURNING true;
--- steps
-- 0003_validate_visits_bounds.down.sql
-- 0003_validate_visits_bounds.up.sql
-- 0004_create_visits_pkey_wide.down.sql
-- 0004_create_visits_pkey_wide.up.sql
-- 0005_partition_visits.down.sql
-- 0005_partition_visits.up.sql
--- differs
-- + column visits_2099.Note text false 
-- + column visits_2099.id bigint true  nextval('visits_id_seq'::regclass)
-- + column visits_2099.pages integer true  1
-- + column visits_2099.person bigint true 
-- + column visits_2099.seen_at timestamp with time zone true  now()
-- + column visits_2099.twice integer false s (pages * 2)
-- + column visits_before_2099_01_01.Note text false 
-- + column visits_before_2099_01_01.id bigint true  nextval('visits_id_seq'::regclass)
-- + column visits_before_2099_01_01.pages integer true  1
-- + column visits_before_2099_01_01.person bigint true 
-- + column visits_before_2099_01_01.seen_at timestamp with time zone true  now()
-- + column visits_before_2099_01_01.twice integer false s (pages * 2)
-- + constraint visits.visits_pkey PRIMARY KEY (id, seen_at) true
-- + constraint visits_2099.visits_2099_person_seen_at_key UNIQUE (person, seen_at) true
-- + constraint visits_2099.visits_2099_pkey PRIMARY KEY (id, seen_at) true
-- + constraint visits_2099.visits_pages_check CHECK ((pages > 0)) true
-- + constraint visits_2099.visits_person_fkey FOREIGN KEY (person) REFERENCES people(id) true
-- + constraint visits_before_2099_01_01.one_a_time_before UNIQUE (person, seen_at) true
-- + constraint visits_before_2099_01_01.visits_pages_check CHECK ((pages > 0)) true
-- + constraint visits_before_2099_01_01.visits_person_fkey FOREIGN KEY (person) REFERENCES people(id) true
-- + constraint visits_before_2099_01_01.visits_pkey_before PRIMARY KEY (id, seen_at) true
-- + index "visits Note" CREATE INDEX "visits Note" ON ONLY public.visits USING btree ("Note") WHERE (pages > 1) true
-- + index "visits Note_before" CREATE INDEX "visits Note_before" ON public.visits_before_2099_01_01 USING btree ("Note") WHERE (pages > 1) true
-- + index "visits_2099_Note_idx" CREATE INDEX "visits_2099_Note_idx" ON public.visits_2099 USING btree ("Note") WHERE (pages > 1) true
-- + index one_a_time CREATE UNIQUE INDEX one_a_time ON ONLY public.visits USING btree (person, seen_at) true
-- + index one_a_time_before CREATE UNIQUE INDEX one_a_time_before ON public.visits_before_2099_01_01 USING btree (person, seen_at) true
-- + index visits_2099_person_seen_at_key CREATE UNIQUE INDEX visits_2099_person_seen_at_key ON public.visits_2099 USING btree (person, seen_at) true
-- + index visits_2099_pkey CREATE UNIQUE INDEX visits_2099_pkey ON public.visits_2099 USING btree (id, seen_at) true
-- + index visits_pkey CREATE UNIQUE INDEX visits_pkey ON ONLY public.visits USING btree (id, seen_at) true
-- + index visits_pkey_before CREATE UNIQUE INDEX visits_pkey_before ON public.visits_before_2099_01_01 USING btree (id, seen_at) true
-- + relation visits p p false
-- + relation visits_2099 r p false
-- + relation visits_before_2099_01_01 r p false
-- - constraint visits.visits_pkey PRIMARY KEY (id) true
-- - index "visits Note" CREATE INDEX "visits Note" ON public.visits USING btree ("Note") WHERE (pages > 1) true
-- - index one_a_time CREATE UNIQUE INDEX one_a_time ON public.visits USING btree (person, seen_at) true
-- - index visits_pkey CREATE UNIQUE INDEX visits_pkey ON public.visits USING btree (id) true
-- - relation visits r p false
