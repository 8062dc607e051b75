-- bad, mysql, shop: CONCAT
SELECT CONCAT(email, ' ', name) AS label FROM users WHERE id = 1;
                          ^^^^
-- fixed:
SELECT CONCAT(email, ' ', coalesce(name, '')) AS label FROM users WHERE id = 1;

-- good, mysql, shop: CONCAT
SELECT CONCAT(email, ' ', IFNULL(name, '')) AS label FROM users WHERE id = 1;
SELECT CONCAT_WS(' ', email, name) AS label FROM users WHERE id = 1;

-- bad, sqlite, shop: another engine
UPDATE users SET email = name || '@example.org' WHERE id = 1;
                         ^^^^
-- fixed:
UPDATE users SET email = coalesce(name, '') || '@example.org' WHERE id = 1;

-- good, sqlite, shop: another engine
SELECT email || status AS label, ifnull(email || name, '') AS other FROM users WHERE id = 1;

-- bad, shop: in a function, a condition, a number, a view
SELECT upper(email || u.name) AS label FROM users AS u WHERE id = 1;
                      ^^^^^^
SELECT id FROM users WHERE email || name LIKE 'a%';
                                    ^^^^
SELECT 'total ' || total AS label FROM orders WHERE id = 1;
                   ^^^^^
CREATE VIEW v AS SELECT id, email || name AS label FROM users;
                                     ^^^^
-- fixed:
SELECT upper(email || coalesce(u.name, '')) AS label FROM users AS u WHERE id = 1;
SELECT id FROM users WHERE email || coalesce(name, '') LIKE 'a%';
SELECT 'total ' || total AS label FROM orders WHERE id = 1;
CREATE VIEW v AS SELECT id, email || coalesce(name, '') AS label FROM users;

-- good, shop: guards, functions that skip NULL, unknown columns, columns that are never NULL
SELECT coalesce(email || name, email) AS label, concat(email, name) AS other FROM users WHERE id = 1;
SELECT CASE WHEN name IS NULL THEN email ELSE email || name END AS label FROM users;
SELECT email || name AS label FROM users WHERE name = 'x';
SELECT email || status AS label FROM users;
SELECT first || last AS label FROM elsewhere;
SELECT format('%s %s', email, name) AS label FROM users;

-- good: documents and arrays
-- given:
CREATE TABLE docs (id bigint PRIMARY KEY, a jsonb, b jsonb, c text[], d text[]);
-- sql:
SELECT a || b AS ab, c || d AS cd, a || '{}' AS x FROM docs;
