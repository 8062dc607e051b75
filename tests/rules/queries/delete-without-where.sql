-- bad: in a function
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM sessions $$;
                                                    ^^^^^^^^^^^^^^^^^^^^

-- bad: ONLY, alias and schema
DELETE FROM ONLY shop.sessions AS s RETURNING s.id;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: another prefix
-- option staging_prefixes: ["load_"]
DELETE FROM load_sessions;

-- good: staging tables, tables of this file, conditions
DELETE FROM staging_sessions;
CREATE TABLE fresh (id bigint PRIMARY KEY);
DELETE FROM fresh;
DELETE FROM sessions WHERE CURRENT OF c;
DELETE FROM sessions WHERE true;
DELETE FROM sessions USING users WHERE users.id = sessions.user_id;

-- good: rows that move
WITH gone AS (DELETE FROM inbox RETURNING id, body) INSERT INTO archive (id, body) SELECT id, body FROM gone;

-- bad, mysql, sqlite, shop: other engines
DELETE FROM orders;
^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
DELETE FROM orders WHERE user_id = 9;

-- good, mysql, shop: a batch
DELETE FROM orders LIMIT 1000;

-- good, mysql, shop: a join chooses the rows
DELETE o FROM orders AS o JOIN users AS u ON u.id = o.user_id;
