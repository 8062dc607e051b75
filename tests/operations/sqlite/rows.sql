INSERT INTO users (a) VALUES (?1), (:b), (@c), ($d);

INSERT OR REPLACE INTO main.users AS u VALUES (1) ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING *;

INSERT OR IGNORE INTO users DEFAULT VALUES;

INSERT OR BREAK INTO users DEFAULT VALUES;

REPLACE INTO users (a) SELECT 1;

WITH x (a) AS (SELECT 1) INSERT INTO users SELECT a FROM x;

INSERT INTO new_users (id, Full, at, "kind") SELECT u.id, "name", coalesce(created, x.seen, 0), 'x' FROM main.users AS u;

INSERT INTO new_users SELECT * FROM users WHERE true ON CONFLICT DO NOTHING;

INSERT INTO new_users SELECT DISTINCT a, CAST(b AS unsigned big int), NULL, b + 1 FROM users ORDER BY a;

INSERT INTO new_users SELECT a FROM users WHERE b > 1;

INSERT INTO new_users SELECT a FROM users JOIN others USING (a);

INSERT INTO new_users SELECT a FROM users UNION SELECT a FROM others;

UPDATE OR IGNORE users AS u SET a = 1 FROM t WHERE u.id = t.id ORDER BY a LIMIT 3;

UPDATE users SET a = 1;

DELETE FROM main.users INDEXED BY i WHERE a = 1 LIMIT 10;

DELETE FROM users;

SELECT * FROM users;

VALUES (1, 2);

WITH RECURSIVE c (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c) DELETE FROM users WHERE id IN c;
