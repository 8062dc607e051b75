-- bad, postgres, shop: in a group, in an expression
SELECT user_id, count(o.note) AS n FROM orders AS o JOIN users AS u ON u.id = o.user_id GROUP BY user_id;
                ^^^^^^^^^^^^^
SELECT 100 * count(total) AS percent FROM orders WHERE status = 'new';
             ^^^^^^^^^^^^
-- fixed:
SELECT user_id, count(*) AS n FROM orders AS o JOIN users AS u ON u.id = o.user_id GROUP BY user_id;
SELECT 100 * count(*) AS percent FROM orders WHERE status = 'new';

-- good, postgres, shop: keys, joins, filters, deliberate counts
SELECT count(id) AS n, count(user_id) AS u FROM orders;
SELECT u.id, count(o.note) AS n FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id GROUP BY u.id;
SELECT count(*) AS n, count(note) AS notes FROM orders;
SELECT count(note) AS n FROM orders WHERE note IS NOT NULL;
SELECT count(note) AS n FROM orders WHERE note LIKE 'a%';
SELECT count(x) AS n FROM elsewhere;
SELECT count(total) FILTER (WHERE total > 5) AS n FROM orders;

-- bad, mysql, sqlite, shop: other engines
SELECT count(note) AS n FROM orders;
       ^^^^^^^^^^^
-- fixed:
SELECT count(*) AS n FROM orders;

-- good, mysql, sqlite, shop: other engines
SELECT count(*) AS n FROM orders;
