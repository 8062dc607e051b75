-- bad, mysql, sqlite: other engines
-- given:
CREATE TABLE folders (id bigint PRIMARY KEY, parent_id bigint);
-- sql:
WITH RECURSIVE up AS (
               ^^
    SELECT id, parent_id FROM folders WHERE id = 5
    UNION ALL
    SELECT f.id, f.parent_id FROM folders f JOIN up ON f.id = up.parent_id
)
SELECT id FROM up;

-- good, mysql, sqlite: other engines
-- given:
CREATE TABLE folders (id bigint PRIMARY KEY, parent_id bigint);
-- sql:
WITH RECURSIVE up AS (
    SELECT id, parent_id, 1 AS lvl FROM folders WHERE id = 5
    UNION ALL
    SELECT f.id, f.parent_id, lvl + 1 FROM folders f JOIN up ON f.id = up.parent_id WHERE lvl < 50
)
SELECT id FROM up;

-- bad: a condition on the table alone, a comma join, columns named in the list, a sorted LIMIT
WITH RECURSIVE t(id, p) AS (SELECT id, parent_id FROM f UNION ALL SELECT f.id, f.parent_id FROM f, t WHERE f.parent_id = t.id AND f.live)
               ^
SELECT id FROM t ORDER BY id LIMIT 5;
CREATE VIEW v AS WITH RECURSIVE t AS (SELECT id, boss FROM staff WHERE boss IS NULL
                                ^
    UNION ALL SELECT s.id, s.boss FROM staff s INNER JOIN t ON t.id = s.boss WHERE s.boss IS NOT NULL) SELECT id FROM t;

-- good: CYCLE, a path, distinct rows, a bound in ON, NOT EXISTS
WITH RECURSIVE t AS (SELECT id, p FROM f UNION ALL SELECT f.id, f.p FROM f JOIN t ON f.p = t.id) CYCLE id SET is_cycle USING path SELECT id FROM t;
WITH RECURSIVE t AS (SELECT id, p, ARRAY[id] AS path FROM f UNION ALL SELECT f.id, f.p, path || f.id FROM f JOIN t ON f.p = t.id WHERE NOT f.id = ANY (t.path)) SELECT id FROM t;
WITH RECURSIVE t AS (SELECT id, p, ARRAY[id] AS path FROM f UNION ALL SELECT f.id, f.p, path || f.id FROM f JOIN t ON f.p = t.id WHERE f.id <> ALL (path)) SELECT id FROM t;
WITH RECURSIVE t AS (SELECT id, p FROM f UNION SELECT f.id, f.p FROM f JOIN t ON f.p = t.id) SELECT id FROM t;
WITH RECURSIVE t AS (SELECT id, p, 0 AS d FROM f UNION ALL SELECT f.id, f.p, t.d + 1 FROM f JOIN t ON f.p = t.id AND t.d < 9) SELECT id FROM t;
WITH RECURSIVE t AS (SELECT id, p, false AS seen FROM f UNION ALL SELECT f.id, f.p, true FROM f JOIN t ON f.p = t.id WHERE NOT t.seen) SELECT id FROM t;

-- good: numbers, LIMIT without an order, a name that is not recursive, no table
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n;
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 10;
WITH RECURSIVE t AS (SELECT id, p FROM f UNION ALL SELECT f.id, f.p FROM f JOIN t ON f.p = t.id) SELECT id FROM t LIMIT 10;
WITH RECURSIVE a AS (SELECT id FROM f UNION ALL SELECT id FROM g) SELECT id FROM a;
WITH RECURSIVE t AS (SELECT inhrelid AS id FROM pg_inherits UNION ALL SELECT i.inhrelid FROM pg_inherits i JOIN t ON i.inhparent = t.id) SELECT id FROM t;

-- good: it goes down one step of a list at a time
WITH RECURSIVE t AS (SELECT id, n FROM f WHERE id = 1 UNION ALL SELECT f.id, f.n FROM f JOIN t ON f.n > t.n) SELECT id FROM t;
