-- bad, postgres, shop: qualified, alone, in ON CONFLICT
UPDATE orders AS o SET note = o.note FROM users AS u WHERE u.id = o.user_id;
                       ^^^^^^^^^^^^^
INSERT INTO users (email, name) VALUES ('a', 'b') ON CONFLICT (email) DO UPDATE SET name = users.name, status = 'new';
                                                                                    ^^^^^^^^^^^^^^^^^
-- fixed:
UPDATE orders AS o SET note = o.note FROM users AS u WHERE u.id = o.user_id;
INSERT INTO users (email, name) VALUES ('a', 'b') ON CONFLICT (email) DO UPDATE SET status = 'new';

-- good, postgres, shop: other relations, EXCLUDED, no-ops on purpose, variables
UPDATE orders AS o SET status = u.status FROM users AS u WHERE u.id = o.user_id;
UPDATE orders SET total = total + 1 WHERE id = 5;
INSERT INTO users (email, name) VALUES ('a', 'b') ON CONFLICT (email) DO UPDATE SET name = EXCLUDED.name, status = 'x';
INSERT INTO users (email, name) VALUES ('a', 'b') ON CONFLICT (email) DO UPDATE SET email = users.email RETURNING id;
CREATE FUNCTION f(note text) RETURNS void LANGUAGE sql AS $$ UPDATE orders SET note = note WHERE id = 5 $$;

-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'paid', NOTE = note WHERE id = 5;
                                   ^^^^^^^^^^^
-- fixed:
UPDATE orders SET status = 'paid' WHERE id = 5;

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'paid', note = ? WHERE id = 5;

-- good, mysql: keeps the time of the last change
-- given:
CREATE TABLE pages (id int PRIMARY KEY, hits int, changed timestamp DEFAULT now() ON UPDATE now(), seen datetime ON UPDATE now());
-- sql:
UPDATE pages SET hits = hits + 1, changed = changed, seen = seen WHERE id = 1;
INSERT INTO pages (id, hits) VALUES (1, 1) ON DUPLICATE KEY UPDATE id = id;
