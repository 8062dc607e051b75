-- bad: the optional side of an outer join is nullable whatever the column says
-- given:
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
CREATE TABLE u (id bigint PRIMARY KEY, b_id bigint);
-- sql:
SELECT id FROM a WHERE id NOT IN (SELECT u.id FROM b LEFT JOIN u ON u.b_id = b.id);
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad: <> ALL
SELECT p.id FROM people AS p WHERE p.id <> ALL (SELECT b.person_id FROM bans AS b);
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT p.id FROM people AS p WHERE NOT EXISTS (SELECT 1 FROM bans AS b WHERE b.person_id = p.id);

-- bad: the condition of the subquery keeps its meaning, comments stay
DELETE FROM people WHERE people.id NOT IN (SELECT DISTINCT person_id FROM bans WHERE a = 1 OR b = 2 -- why
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
);
-- fixed:
DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM bans WHERE (a = 1 OR b = 2) AND bans.person_id = people.id -- why
);

-- bad: a set operation
SELECT id FROM people WHERE id NOT IN (SELECT a FROM x UNION SELECT b FROM y);
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad: NULL in a list
SELECT id FROM people WHERE region_id NOT IN (1, NULL);
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: NULLs are filtered, directly or by a comparison
SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM bans WHERE person_id IS NOT NULL);
SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM bans WHERE person_id > 5);

-- good: values that are never NULL
SELECT id FROM people WHERE id NOT IN (SELECT coalesce(person_id, 0) FROM bans);
SELECT id FROM people WHERE n NOT IN (SELECT count(*) FROM bans GROUP BY person_id);
SELECT id FROM people WHERE n NOT IN (SELECT 1);

-- good: lists without NULL
SELECT id FROM people WHERE region_id NOT IN (1, 2);
SELECT id FROM people WHERE region_id IN (1, NULL);

-- good: what every table calls its key
DELETE FROM badges WHERE crate_id NOT IN (SELECT id FROM crates);

-- good: parameters
SELECT id FROM people WHERE id NOT IN (SELECT unnest($1::bigint[]));

-- good: through a common table
-- given:
CREATE TABLE bans (person_id bigint NOT NULL);
-- sql:
WITH banned AS (SELECT person_id AS p FROM bans)
SELECT id FROM people WHERE id NOT IN (SELECT p FROM banned);

-- good: NOT NULL is seen through stars
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, kind text NOT NULL);
-- sql:
WITH done AS (SELECT * FROM jobs LIMIT 5), gone AS (DELETE FROM jobs USING done WHERE jobs.id = done.id RETURNING jobs.*)
SELECT id FROM jobs WHERE kind NOT IN (SELECT kind FROM gone) AND id NOT IN (SELECT d.id FROM done AS d);

-- bad, mysql, sqlite, shop: other engines
SELECT name FROM products WHERE id NOT IN (SELECT product_id FROM orders);
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT name FROM products WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.product_id = products.id);

-- good, mysql, sqlite, shop: other engines
SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM orders);

-- bad, shop: NOT in front
SELECT name FROM products WHERE NOT id IN (SELECT product_id FROM orders);
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM orders WHERE NOT (user_id IN (1, NULL) OR total > 5);
                                 ^^^^^^^^^^^^^^^^^^^^

-- good, shop: the elements of an array, of which the schema says nothing
-- given:
CREATE TABLE bundles (id bigint PRIMARY KEY, product_ids bigint[]);
-- sql:
SELECT name FROM products WHERE id NOT IN (SELECT unnest(product_ids) FROM bundles);
SELECT name FROM products WHERE id NOT IN (SELECT p.id FROM unnest($1::bigint[]) AS p (id));
