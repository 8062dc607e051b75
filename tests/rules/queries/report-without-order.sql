-- bad, mysql, sqlite, shop: other engines
SELECT user_id, sum(total) AS s FROM orders GROUP BY user_id;
                                            ^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT user_id, sum(total) AS s FROM orders GROUP BY user_id ORDER BY s;

-- good: parts of other statements
INSERT INTO a (x, n) SELECT x, count(*) FROM b GROUP BY x;
SELECT s.n FROM (SELECT count(*) AS n FROM b GROUP BY x) AS s;
