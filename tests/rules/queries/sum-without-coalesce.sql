-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET total = total + (SELECT sum(p.price) FROM products AS p WHERE p.name = 'x') WHERE id = 3;
                                          ^^^^^^^^^^^^
INSERT INTO orders (user_id, total) SELECT 7, sum(price) FROM products WHERE name = 'y';
                                              ^^^^^^^^^^
-- fixed:
UPDATE orders SET total = total + (SELECT coalesce(sum(p.price), 0) FROM products AS p WHERE p.name = 'x') WHERE id = 3;
INSERT INTO orders (user_id, total) SELECT 7, coalesce(sum(price), 0) FROM products WHERE name = 'y';

-- good, mysql, sqlite, shop: other engines
SELECT sum(total) AS total FROM orders;
UPDATE orders SET total = (SELECT coalesce(sum(p.price), 0) FROM products AS p WHERE p.name = 'x') WHERE id = 3;

-- bad: compared, assigned as it is, calculated in its own level, behind a cast, with FILTER
SELECT u.id FROM u WHERE u.max_total >= (SELECT sum(o.total) FROM o WHERE o.u_id = u.id);
                                                ^^^^^^^^^^^^
UPDATE u SET total = (SELECT sum(o.total) FROM o WHERE o.u_id = u.id) WHERE id = 1;
                             ^^^^^^^^^^^^
SELECT sum(o.total) - sum(o.paid) AS open FROM o WHERE o.u_id = $1;
       ^^^^^^^^^^^^   ^^^^^^^^^^^
SELECT u.id, u.max_total - (SELECT sum(o.total)::int FROM o WHERE o.u_id = u.id) AS rest FROM u;
                                   ^^^^^^^^^^^^
SELECT 1 + sum(o.total) FILTER (WHERE o.paid > 0) AS n FROM o;
           ^^^^^^^^^^^^
INSERT INTO t (n) VALUES ((SELECT sum(o.total) FROM o));
                                  ^^^^^^^^^^^^
-- fixed:
SELECT u.id FROM u WHERE u.max_total >= (SELECT coalesce(sum(o.total), 0) FROM o WHERE o.u_id = u.id);
UPDATE u SET total = (SELECT coalesce(sum(o.total), 0) FROM o WHERE o.u_id = u.id) WHERE id = 1;
SELECT coalesce(sum(o.total), 0) - coalesce(sum(o.paid), 0) AS open FROM o WHERE o.u_id = $1;
SELECT u.id, u.max_total - (SELECT coalesce(sum(o.total), 0)::int FROM o WHERE o.u_id = u.id) AS rest FROM u;
SELECT 1 + coalesce(sum(o.total) FILTER (WHERE o.paid > 0), 0) AS n FROM o;
INSERT INTO t (n) VALUES ((SELECT coalesce(sum(o.total), 0) FROM o));

-- good: plain outputs, groups, windows, covered inside and outside, HAVING, CASE
SELECT sum(o.total) AS total, (SELECT sum(x.total) FROM x) AS other FROM o;
SELECT o.u_id, sum(o.total) * 2 AS twice FROM o GROUP BY o.u_id;
INSERT INTO t (u_id, n) SELECT o.u_id, sum(o.total) FROM o GROUP BY o.u_id;
SELECT o.total / sum(o.total) OVER () AS part FROM o;
SELECT u.id, u.max_total - coalesce((SELECT sum(o.total) FROM o WHERE o.u_id = u.id), 0) AS rest FROM u;
SELECT coalesce(sum(o.total), 0) - coalesce(sum(o.paid), 0) AS open FROM o;
SELECT sum(o.paid) * 100.0 / nullif(sum(o.total), 0) AS share FROM o;
SELECT 1 AS found FROM o HAVING sum(o.total) > 5;
SELECT count(*) + max(o.total) AS n FROM o;

-- good: sums inside a share
SELECT sum(hit) / nullif(sum(hit) + sum(read), 0) AS ratio FROM t;
