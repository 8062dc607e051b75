-- bad, mysql, mariadb, shop: columns of texts, functions, a write
SELECT name || email AS label FROM users WHERE id = 1;
       ^^^^^^^^^^^^^
SELECT upper(name || '!') AS label FROM users WHERE concat(name, '') || id;
             ^^^^^^^^^^^
                                                    ^^^^^^^^^^^^^^^^^^^^^^
UPDATE users SET name = name || 'x' WHERE id = 1;
                        ^^^^^^^^^^^
-- fixed:
SELECT CONCAT(name, email) AS label FROM users WHERE id = 1;
SELECT upper(CONCAT(name, '!')) AS label FROM users WHERE CONCAT(concat(name, ''), id);
UPDATE users SET name = CONCAT(name, 'x') WHERE id = 1;

-- good, mysql, mariadb, shop: conditions, numbers, unknown columns
SELECT id FROM orders WHERE user_id = 1 || total > 5;
SELECT id FROM orders WHERE total || user_id;
SELECT id FROM orders WHERE (status = 'a') || (status = 'b');

-- good, mysql, mariadb, shop: a mode in which it joins
SET sql_mode = 'PIPES_AS_CONCAT';
SELECT name || email AS label FROM users WHERE id = 1;

-- good, mysql, mariadb, shop: the server has the mode
-- option pipes_as_concat: true
SELECT name || email AS label FROM users WHERE id = 1;
