-- bad, postgres, shop: negated, without case, in CASE
SELECT id FROM orders WHERE status NOT LIKE 'new' AND note ILIKE 'Hello';
                            ^^^^^^^^^^^^^^^^^^^^^
                                                      ^^^^^^^^^^^^^^^^^^
SELECT CASE WHEN status LIKE '' THEN 1 ELSE 2 END AS n FROM orders;
                 ^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE status <> 'new' AND note ILIKE 'Hello';
SELECT CASE WHEN status = '' THEN 1 ELSE 2 END AS n FROM orders;

-- good, postgres, shop: wildcards, escaped ones, parameters, regular expressions
SELECT id FROM orders WHERE status LIKE '%new' OR status LIKE '5\%' OR status LIKE $1 OR note LIKE status;
SELECT id FROM orders WHERE status ~ 'new' OR status SIMILAR TO 'new' OR 'a' LIKE 'b';
SELECT id FROM orders WHERE status LIKE ANY (ARRAY['new', 'old']);

-- bad, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status LIKE 'new' ORDER BY id;
                            ^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE status = 'new' ORDER BY id;

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status LIKE 'n%' OR status LIKE 'ne_';
