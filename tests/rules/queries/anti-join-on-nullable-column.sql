-- bad, mysql, sqlite, shop: other engines
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id AND o.total > 5 WHERE u.status = 'new' AND o.note IS NULL;
                                                                                                                 ^^^^^^^^^^^^^^
-- fixed:
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id AND o.total > 5 WHERE u.status = 'new' AND o.id IS NULL;

-- good, mysql, sqlite, shop: never NULL, equated, read
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.status IS NULL;
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id AND o.total > 5 WHERE o.total IS NULL;
SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.note IS NULL;
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.note IS NULL ORDER BY o.id;

-- good, shop: unknown tables, OR, inner joins, a star
SELECT u.id FROM users AS u LEFT JOIN elsewhere AS o ON o.user_id = u.id WHERE o.note IS NULL;
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.note IS NULL OR u.id = 3;
SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = u.id WHERE o.note IS NULL;
SELECT * FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.note IS NULL;
