-- bad, postgres, shop: fixed columns, other literals
SELECT id FROM orders WHERE user_id = 5 AND status = $1 ORDER BY status, created_at DESC, id;
                                                                 ^^^^^^
SELECT id FROM orders ORDER BY NULL;
                               ^^^^
SELECT id FROM orders ORDER BY 1.5, 'no column';
                               ^^^
                                    ^^^^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE user_id = 5 AND status = $1 ORDER BY created_at DESC, id;
SELECT id FROM orders ORDER BY NULL;
SELECT id FROM orders ORDER BY 1.5, 'no column';

-- good, postgres, shop: columns, ordinals, several values, windows
SELECT id FROM orders WHERE status IN ('a', 'b') ORDER BY status, id;
SELECT id, row_number() OVER (ORDER BY (SELECT NULL)) AS n FROM orders ORDER BY 1;
SELECT id FROM orders WHERE status = 'a' OR status = 'b' ORDER BY status, id;
SELECT id FROM orders ORDER BY lower(note), id;

-- bad, mysql, shop: a name in quotes
SELECT id, total FROM orders ORDER BY 'total' DESC, "id" LIMIT 10;
                                      ^^^^^^^^^^^^
                                                    ^^^^
-- fixed:
SELECT id, total FROM orders ORDER BY total DESC, id LIMIT 10;

-- good, mysql, shop: no order on purpose
SELECT status, count(*) AS n FROM orders GROUP BY status ORDER BY NULL;

-- good, sqlite, shop: double quotes are names
SELECT id FROM orders ORDER BY "total", id;
