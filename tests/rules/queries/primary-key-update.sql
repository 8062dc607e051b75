-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET id = 4 WHERE id = 3;
                  ^^

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET total = 4 WHERE id = 3;

-- good: unknown tables
UPDATE elsewhere SET id = 4 WHERE id = 3;
