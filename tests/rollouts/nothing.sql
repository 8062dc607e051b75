--- case
no primary key to follow
--- given
CREATE TABLE t (id int, n int);
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint;
UPDATE t SET n = 1;
--- case
columns nobody knows of
--- given
ALTER TABLE t ADD PRIMARY KEY (id);
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint;
--- case
a table nobody knows
--- given
SELECT 1;
--- migration
ALTER TABLE t RENAME COLUMN a TO b;
--- case
a trigger that would take filled rows for changed ones
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint;
--- case
a view that would go on reading the old column
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE VIEW v AS SELECT n FROM t;
--- migration
ALTER TABLE t RENAME COLUMN n TO m;
--- case
a policy, and a table of partitions
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (n > 0);
CREATE TABLE parted (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint;
ALTER TABLE parted ALTER COLUMN n TYPE bigint;
--- case
a generated column that reads the one that changes
--- given
CREATE TABLE t (id int PRIMARY KEY, n int, twice int GENERATED ALWAYS AS (n * 2) STORED);
--- migration
ALTER TABLE t RENAME COLUMN n TO m;
--- case
an exclusion constraint
--- given
CREATE TABLE t (id int PRIMARY KEY, n inet, EXCLUDE USING gist (n inet_ops WITH &&));
--- migration
ALTER TABLE t RENAME COLUMN n TO a;
--- case
a unique constraint that may be deferred
--- given
CREATE TABLE t (id int PRIMARY KEY, m int UNIQUE DEFERRABLE);
--- migration
ALTER TABLE t RENAME COLUMN m TO b;
--- case
a table that points to itself
--- given
CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t);
--- migration
ALTER TABLE t ALTER COLUMN id TYPE bigint;
--- case
the key itself under a new name
--- given
CREATE TABLE t (id int PRIMARY KEY);
--- migration
ALTER TABLE t RENAME COLUMN id TO no;
--- case
a value that depends on the time zone of whoever writes
--- given
CREATE TABLE t (id int PRIMARY KEY, at timestamp);
--- migration
ALTER TABLE t ALTER COLUMN at TYPE timestamptz;
--- case
a value that is another one each time
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint USING (random() * n)::int;
--- case
the name of the new column is taken
--- given
CREATE TABLE t (id int PRIMARY KEY, n int, n_new int);
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint;
--- case
the name of the new index is taken
--- given
CREATE TABLE t (id int PRIMARY KEY, n int, m int);
CREATE INDEX t_m_idx_new ON t (n);
CREATE INDEX t_m_idx ON t (m);
--- migration
ALTER TABLE t ALTER COLUMN m TYPE bigint;
--- case
the name that the old index would get is taken
--- given
CREATE TABLE t (id int PRIMARY KEY, n int, m int);
CREATE INDEX t_m_idx_old ON t (n);
CREATE INDEX t_m_idx ON t (m);
--- migration
ALTER TABLE t ALTER COLUMN m TYPE bigint;
--- case
a later statement of the migration is about the table
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
--- migration
ALTER TABLE t ALTER COLUMN n TYPE bigint;
CREATE INDEX CONCURRENTLY t_n ON t (n);
--- case
a change that is not the same when it is made twice
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
--- migration
UPDATE t SET n = n + 1;
--- case
a change that reads what others may have changed when its turn comes
--- given
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE u (id int PRIMARY KEY);
--- migration
DELETE FROM t WHERE n IN (SELECT id FROM u);
UPDATE t SET n = 1 RETURNING id;
UPDATE t SET n = u.id FROM u WHERE u.id = t.n;
--- case
partitions of partitions, and a parent without any
--- given
CREATE TABLE e (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT PARTITION BY HASH (id);
CREATE TABLE e_2 PARTITION OF e_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE f (id int, at date) PARTITION BY RANGE (at);
--- migration
CREATE INDEX e_id ON e (id);
CREATE INDEX f_id ON f (id);
--- case
a default partition that would be read all the same
--- given
CREATE TABLE e (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE e_rest PARTITION OF e DEFAULT;
CREATE TABLE e_1 (id int, at date);
--- migration
ALTER TABLE e ATTACH PARTITION e_1 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE e DETACH PARTITION e_1;
--- case
an identity that says more of its sequence
--- given
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (START 7 INCREMENT 3) PRIMARY KEY);
--- migration
ALTER TABLE t ALTER COLUMN id TYPE bigint;
--- case
a column with constraints of its own
--- given
CREATE TABLE t (id int PRIMARY KEY);
--- migration
ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid() UNIQUE;
