-- bad, sqlite, shop: another engine
SELECT upper(name) AS label, row_number() OVER (ORDER BY label) AS place FROM products;
                                                         ^^^^^
-- error: no such column: label
-- fixed:
SELECT upper(name) AS label, row_number() OVER (ORDER BY upper(name)) AS place FROM products;

-- good, sqlite, shop: another engine
SELECT upper(name) AS name, row_number() OVER (ORDER BY name) AS place FROM products;

-- bad, shop: PARTITION BY, WINDOW, an argument, a renamed column, operators
SELECT date_trunc('day', created_at) AS day, sum(total) OVER (PARTITION BY day ORDER BY id) AS s FROM orders;
                                                                           ^^^
SELECT total * 2 AS twice, rank() OVER w AS r FROM orders WINDOW w AS (ORDER BY twice DESC);
                                                                                ^^^^^
SELECT total * 2 AS twice, lag(twice) OVER (ORDER BY id) AS before FROM orders;
                               ^^^^^
SELECT total AS amount, rank() OVER (ORDER BY amount) AS r FROM orders;
                                              ^^^^^^
-- fixed:
SELECT date_trunc('day', created_at) AS day, sum(total) OVER (PARTITION BY date_trunc('day', created_at) ORDER BY id) AS s FROM orders;
SELECT total * 2 AS twice, rank() OVER w AS r FROM orders WINDOW w AS (ORDER BY (total * 2) DESC);
SELECT total * 2 AS twice, lag((total * 2)) OVER (ORDER BY id) AS before FROM orders;
SELECT total AS amount, rank() OVER (ORDER BY total) AS r FROM orders;

-- bad: unknown tables
SELECT upper(title) AS label, row_number() OVER (ORDER BY label) AS pos FROM songs;
                                                          ^^^^^
-- fixed:
SELECT upper(title) AS label, row_number() OVER (ORDER BY upper(title)) AS pos FROM songs;

-- good: it may be a column, the sort of the query, an inner query
SELECT coalesce(name, '') AS name, rank() OVER (ORDER BY name) AS r FROM songs;
SELECT title AS label, rank() OVER (ORDER BY label) AS r FROM songs;
SELECT upper(title) AS label, rank() OVER (ORDER BY title) AS r FROM songs ORDER BY label;
SELECT label, rank() OVER (ORDER BY label) AS r FROM (SELECT upper(title) AS label FROM songs) AS s;
SELECT upper(title) AS label, rank() OVER (ORDER BY s.label) AS r FROM songs AS s;
