-- bad: IS DISTINCT FROM and LIKE
SELECT a FROM t WHERE a IS DISTINCT FROM a OR b LIKE b;
                      ^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^
-- fixed:
SELECT a FROM t WHERE a IS DISTINCT FROM $1 OR b LIKE $1;

-- bad: inside a correlated subquery
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = u.t_id);
                                                    ^^^^^^^^^^^^^^^
-- fixed:
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = $1);

-- good: two aliases of a table
SELECT a.id FROM t AS a JOIN t AS b ON a.x = b.x;

-- good: variables of the same name
CREATE FUNCTION f(id bigint) RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t WHERE id = id; END $$;

-- good: NaN in CASE, not a condition that chooses rows
SELECT CASE WHEN x <> x THEN 0 ELSE x END FROM t;

-- good: other sides
SELECT a FROM t WHERE a = a + 0 AND lower(b) = b;

-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'sent' WHERE id = ID;
                                        ^^^^^^^
-- fixed:
UPDATE orders SET status = 'sent' WHERE id = ?;

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'sent' WHERE id = ?;
