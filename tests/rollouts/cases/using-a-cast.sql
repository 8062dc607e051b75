-- A text of digits becomes a number, by the USING of the author; a foreign key to another table goes along.
--- rule
locks/column-type-rewrite
--- accepts
keys/missing-not-null
--- given
CREATE TABLE places (no bigint PRIMARY KEY);
CREATE TABLE visits (
    day date,
    place integer CONSTRAINT where_it_was REFERENCES places MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE,
    paid varchar(20) COLLATE "C",
    PRIMARY KEY (day)
);
CREATE INDEX visits_paid_idx ON visits (paid DESC NULLS LAST) INCLUDE (day);
INSERT INTO places SELECT generate_series(1, 50);
INSERT INTO visits SELECT date '2000-01-01' + n, nullif(n % 50, 0), nullif((n % 9) || ' ', '3 ') FROM generate_series(1, 5001) AS n;
--- migration
ALTER TABLE visits ALTER COLUMN paid TYPE numeric(12, 2) USING trim(paid)::numeric;
--- down
ALTER TABLE visits ALTER COLUMN paid TYPE varchar(20) COLLATE "C";
--- writes
INSERT INTO visits (day, place) VALUES (date '1990-01-01' + {n}, {n});
UPDATE visits SET paid = '1{n}' WHERE day BETWEEN date '2001-01-01' + {n} AND date '2001-01-01' + 2 * {n};
--- steps
-- 0003_sync_visits_paid_new.down.sql
-- 0003_sync_visits_paid_new.up.sql
-- 0004_fill_visits_paid_new.down.sql
-- 0004_fill_visits_paid_new.up.sql
-- 0005_create_visits_paid_idx_new.down.sql
-- 0005_create_visits_paid_idx_new.up.sql
-- 0006_swap_visits_paid_new.down.sql
-- 0006_swap_visits_paid_new.up.sql
--- differs
-- + column visits.paid_old character varying(20) false 
-- + index visits_paid_idx_old CREATE INDEX visits_paid_idx_old ON public.visits USING btree (paid_old DESC NULLS LAST) INCLUDE (day) true
