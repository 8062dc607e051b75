-- A backfill by a composite key; what is written meanwhile is left as it is.
--- rule
data/unbatched-backfill
--- harmless
--- given
CREATE TABLE lines (bill text, no int, price numeric, total numeric, PRIMARY KEY (bill, no));
INSERT INTO lines SELECT 'b' || n % 700, n, n / 3.0, CASE WHEN n % 5 = 0 THEN 1 END FROM generate_series(1, 14000) AS n;
--- migration
UPDATE lines AS l SET total = round(l.price * 2) WHERE l.total IS NULL OR l.no = 7;
--- down
SELECT 1;
--- writes
INSERT INTO lines VALUES ('w', {n}, 1, 1);
DELETE FROM lines WHERE no = 10 * {n};
--- steps
--- differs
