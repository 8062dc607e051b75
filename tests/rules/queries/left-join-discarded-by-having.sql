-- bad, mysql, sqlite, shop: other engines
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
                            ^^^^^^^^^
GROUP BY u.id HAVING count(o.id) >= 1;
-- fixed:
SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = u.id
GROUP BY u.id HAVING count(o.id) >= 1;

-- good, mysql, sqlite, shop: other engines
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id GROUP BY u.id HAVING count(*) > 1;
SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id GROUP BY u.id HAVING count(o.id) < 3;

-- bad: sums, turned around, distinct, beside another condition, a parameter
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING min(u.x) > 1 AND sum(o.total) <= 100;
                   ^^^^^^^^^
SELECT u.id FROM u LEFT OUTER JOIN o ON o.u_id = u.id GROUP BY u.id HAVING 2 < count(DISTINCT o.kind);
                   ^^^^^^^^^^^^^^^
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING max(o.at) < $1;
                   ^^^^^^^^^
-- fixed:
SELECT u.id FROM u JOIN o ON o.u_id = u.id GROUP BY u.id HAVING min(u.x) > 1 AND sum(o.total) <= 100;
SELECT u.id FROM u JOIN o ON o.u_id = u.id GROUP BY u.id HAVING 2 < count(DISTINCT o.kind);
SELECT u.id FROM u JOIN o ON o.u_id = u.id GROUP BY u.id HAVING max(o.at) < $1;

-- good: groups without partners pass
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING count(o.id) >= 0;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING count(o.id) = 0;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING max(o.at) IS NULL;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING max(o.at) < $1 OR max(o.at) IS NULL;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING sum(coalesce(o.total, 0)) < 5;
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING sum(u.total) < 5;
SELECT u.id FROM u JOIN o ON o.u_id = u.id GROUP BY u.id HAVING count(o.id) > 5;

-- bad: in an EXPLAIN
EXPLAIN (ANALYZE) SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id GROUP BY u.id HAVING count(o.id) > 5;
                                     ^^^^^^^^^
-- fixed:
EXPLAIN (ANALYZE) SELECT u.id FROM u JOIN o ON o.u_id = u.id GROUP BY u.id HAVING count(o.id) > 5;
