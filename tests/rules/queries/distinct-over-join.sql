-- bad, mysql, sqlite, shop: other engines
SELECT DISTINCT u.id, u.name FROM users AS u JOIN orders AS o ON o.user_id = u.id WHERE o.total > 5 ORDER BY u.id;
       ^^^^^^^^

-- good, mysql, sqlite, shop: columns of the joined table, a unique key, no key in the output
SELECT DISTINCT u.id, o.status FROM users AS u JOIN orders AS o ON o.user_id = u.id;
SELECT DISTINCT o.id, o.total FROM orders AS o JOIN users AS u ON u.id = o.user_id;
SELECT DISTINCT u.name FROM users AS u JOIN orders AS o ON o.user_id = u.id;

-- bad, shop: the joined table first, a star, a comma
SELECT DISTINCT u.id FROM orders AS o JOIN users AS u ON o.user_id = u.id;
       ^^^^^^^^
SELECT DISTINCT u.* FROM users AS u, orders AS o WHERE o.user_id = u.id;
       ^^^^^^^^

-- good, shop: unknown tables, DISTINCT ON, outer joins, a star of all
SELECT DISTINCT u.id FROM users AS u JOIN elsewhere AS o ON o.user_id = u.id;
SELECT DISTINCT ON (u.id) u.id FROM users AS u JOIN orders AS o ON o.user_id = u.id ORDER BY u.id;
SELECT DISTINCT * FROM users AS u JOIN orders AS o ON o.user_id = u.id;
SELECT DISTINCT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id;

-- bad, shop: counted once
SELECT count(DISTINCT u.id) AS n FROM users AS u JOIN orders AS o ON o.user_id = u.id WHERE o.total > 5;
       ^^^^^^^^^^^^^^^^^^^^

-- good, shop: counted beside others
SELECT count(DISTINCT u.id) AS users, count(o.id) AS orders FROM users AS u JOIN orders AS o ON o.user_id = u.id;
