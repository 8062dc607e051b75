-- bad: the only condition, and the second fix
SELECT u.id FROM users AS u LEFT OUTER JOIN orders AS o ON o.user_id = u.id WHERE o.state IN ('a', 'b');
                                                                                  ^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT u.id FROM users AS u LEFT OUTER JOIN orders AS o ON o.user_id = u.id AND o.state IN ('a', 'b');

-- bad: the last condition
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE u.x = 1 AND o.at BETWEEN 1 AND 2 ORDER BY u.id;
                                                                  ^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id AND o.at BETWEEN 1 AND 2 WHERE u.x = 1 ORDER BY u.id;

-- bad: a right join, without moving
SELECT u.id FROM o RIGHT JOIN u ON o.u_id = u.id WHERE lower(o.x) = 'a';
                                                       ^^^^^^^^^^^^^^^^

-- bad: NOT, OR of strict parts, IS NOT NULL
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE (o.x = 1 OR o.x > 5);
                                                      ^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id AND (o.x = 1 OR o.x > 5);

-- good: NULL passes
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE o.id IS NULL;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE o.x IS NOT DISTINCT FROM NULL;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE coalesce(o.x, 0) = 0;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE o.x = 1 OR o.x IS NULL;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE o.x = $1 OR $1 IS NULL;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE o.x IS NOT TRUE;

-- good: the other side, both sides, other clauses
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE u.x = 1;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE o.x = u.x;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING count(o.id) > 5;

-- good: columns that cannot be resolved
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id WHERE x = 1;

-- good: catalog relations
SELECT c.relname FROM pg_class AS c LEFT JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'public';

-- bad, mysql, sqlite, shop: other engines
SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
WHERE o.total > 100 AND u.status = 'new';
      ^^^^^^^^^^^^^
-- fixed:
SELECT u.id, o.total FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id AND o.total > 100
WHERE u.status = 'new';

-- good, mysql, sqlite, shop: other engines
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.id IS NULL;
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE ifnull(o.total, 0) < 100;

-- good, mysql, shop: the operator that knows NULL
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id WHERE o.total <=> NULL OR isnull(o.note);
