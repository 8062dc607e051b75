-- bad, mysql, sqlite, shop: a DELETE of everything, INSERT ... SELECT
DELETE FROM orders LIMIT 10;
                   ^^^^^^^^
INSERT INTO users (email) SELECT note FROM orders WHERE status = 'old' LIMIT 5;
                                                                       ^^^^^^^
-- fixed:
DELETE FROM orders ORDER BY id LIMIT 10;
INSERT INTO users (email) SELECT note FROM orders WHERE status = 'old' LIMIT 5;

-- good, mysql, sqlite, shop: sorted, a key, no rows at all, no limit
DELETE FROM orders WHERE total < 5 ORDER BY id LIMIT 10;
UPDATE users SET name = 'x' WHERE email = 'a@example.org' LIMIT 1;
DELETE FROM orders LIMIT 0;
INSERT INTO users (email) SELECT note FROM orders WHERE status = 'old' ORDER BY id LIMIT 5;
INSERT INTO users (email) SELECT note FROM orders WHERE id = 3 LIMIT 1;

-- bad, mysql: a table the history does not know
UPDATE coupons SET owner_id = 7 WHERE owner_id IS NULL LIMIT 1;
                                                       ^^^^^^^
-- error: 1146
