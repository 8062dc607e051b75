-- bad: lists, and characters that nobody sees
SELECT id FROM t WHERE a IN ('x', ' y') AND b <> 'z ';
                                  ^^^^           ^^^^
SELECT id FROM t WHERE a = 'ab​c';
                           ^^^^^^
SELECT id FROM оrders WHERE a = 3;
               ^^^^^^

-- good: texts in any script, patterns, separators, comments
SELECT id FROM t WHERE a = 'Привет “you”' AND b LIKE '% x' AND c = ' ';
-- “quoted”
SELECT a || ', ' || b FROM "заказы" WHERE id = 3;
COMMENT ON TABLE t IS 'It’s “fine” ';

-- bad, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status = 'new ';
                                     ^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status = 'new';
