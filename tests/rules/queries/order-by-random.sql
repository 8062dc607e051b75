-- bad: inside arithmetic
SELECT id FROM quotes ORDER BY -ln(random()) / weight LIMIT 3;
                               ^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM quotes TABLESAMPLE BERNOULLI (1) ORDER BY -ln(random()) / weight LIMIT 3;

-- bad: a new UUID is random as well
SELECT id FROM quotes AS q JOIN authors AS a ON a.id = q.author_id ORDER BY gen_random_uuid();
                                                                            ^^^^^^^^^^^^^^^^^

-- good: lists and functions
SELECT v FROM (VALUES (1), (2)) AS x (v) ORDER BY random();

-- good: a table this file made
CREATE TABLE quotes (id bigint PRIMARY KEY);
SELECT id FROM quotes ORDER BY random() LIMIT 1;

-- good: sampled already
SELECT id FROM quotes TABLESAMPLE SYSTEM (1) ORDER BY random() LIMIT 1;

-- good: random values that are no sort keys
SELECT random() FROM quotes ORDER BY id;

-- bad, mysql, shop: MySQL
SELECT id, name FROM products ORDER BY RAND() LIMIT 1;
                                       ^^^^^^

-- bad, sqlite, shop: SQLite
SELECT id, name FROM products ORDER BY random() LIMIT 1;
                                       ^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id, name FROM products WHERE id >= ? ORDER BY id LIMIT 1;

-- good, mysql, shop: the same order each time
SELECT id, name FROM products ORDER BY rand(3);

-- bad, shop: by the name of an item
SELECT id, random() AS chance FROM products ORDER BY chance LIMIT 1;
                                                     ^^^^^^
-- fixed:
SELECT id, random() AS chance FROM products TABLESAMPLE BERNOULLI (1) ORDER BY chance LIMIT 1;

-- good, shop: a column of that name
SELECT id, random() AS chance FROM products AS p ORDER BY p.name LIMIT 1;
