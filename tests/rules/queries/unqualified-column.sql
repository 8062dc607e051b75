-- bad, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE total > 4;
                                                                       ^^^^^
-- fixed:
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE o.total > 4;

-- good, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE o.total > 4;

-- bad: unknown tables
SELECT a.id, name FROM a JOIN b ON b.id = a.b_id;
             ^^^^

-- good, shop: USING, aliases, single tables, targets, outer columns, natural joins
SELECT id, u.name FROM users AS u JOIN products AS p USING (id);
SELECT u.name AS who, count(*) AS n FROM users AS u JOIN orders AS o ON o.user_id = u.id GROUP BY who ORDER BY n;
INSERT INTO orders (user_id, total) SELECT u.id, p.price FROM users AS u JOIN products AS p ON p.id = u.id;
UPDATE orders SET total = p.price FROM products AS p WHERE p.id = orders.product_id;
SELECT id FROM users NATURAL JOIN products;
SELECT u.id FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE user_id = u.id);
