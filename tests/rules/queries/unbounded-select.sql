-- bad, mysql, sqlite, shop: other engines
SELECT id, email FROM users;
^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT id, email FROM users WHERE status = 'new';
SELECT max(total) FROM orders;

-- good: small tables, catalogs, values, functions, parts of statements
-- option tables: ["countries"]
SELECT code FROM countries;
SELECT relname FROM pg_class;
SELECT 1;
SELECT n FROM generate_series(1, 10) AS n;
INSERT INTO a (x) SELECT x FROM b;
CREATE TABLE c AS SELECT x FROM b;
CREATE VIEW v AS SELECT x FROM b;
SELECT x FROM b WHERE EXISTS (SELECT 1 FROM c);
