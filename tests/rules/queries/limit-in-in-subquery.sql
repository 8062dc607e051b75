-- bad, mysql, mariadb, shop: ANY, of an expression
-- error: 1235
SELECT id FROM users WHERE id = ANY (SELECT max(user_id) FROM orders LIMIT 5);
                                                                     ^^^^^^^

-- bad, mysql, mariadb, shop: NOT IN, in a DELETE
-- error: 1235
DELETE FROM users WHERE id NOT IN (SELECT o.user_id FROM orders AS o ORDER BY o.id LIMIT 5);
                                                                                   ^^^^^^^
-- fixed:
DELETE FROM users WHERE id NOT IN (SELECT user_id FROM (SELECT o.user_id FROM orders AS o ORDER BY o.id LIMIT 5) AS picked);

-- good, mysql, mariadb, shop: EXISTS, derived tables, scalars
SELECT id FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE orders.user_id = users.id LIMIT 1);
SELECT id FROM users WHERE id = (SELECT user_id FROM orders ORDER BY id LIMIT 1);
