-- bad, postgres, shop: compared, inserted, as default
SELECT id FROM orders WHERE note = 'null' OR note <> 'NULL' OR elsewhere.x = 'NULL';
                                   ^^^^^^
                                                     ^^^^^^
                                                                             ^^^^^^
INSERT INTO orders (user_id, note, status) VALUES (1, 'NULL', 'Null'), (2, NULL, 'new');
                                                      ^^^^^^
                                                              ^^^^^^
CREATE TABLE t (id bigint PRIMARY KEY, a text DEFAULT 'NULL', b text NOT NULL DEFAULT 'null'::text);
                                                      ^^^^^^
                                                                                      ^^^^^^^^^^^^
ALTER TABLE t ADD COLUMN c varchar(9) DEFAULT 'NULL'::character varying;
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE note IS NULL OR note IS NOT NULL OR elsewhere.x IS NULL;
INSERT INTO orders (user_id, note, status) VALUES (1, NULL, 'Null'), (2, NULL, 'new');
CREATE TABLE t (id bigint PRIMARY KEY, a text DEFAULT NULL, b text NOT NULL DEFAULT 'null'::text);
ALTER TABLE t ADD COLUMN c varchar(9) DEFAULT NULL;

-- good, postgres: documents, cleaning, comments
-- given:
CREATE TABLE events (id bigint PRIMARY KEY, payload jsonb, note text);
-- sql:
SELECT id FROM events WHERE payload = 'null' OR payload = 'null'::jsonb OR nullif(note, 'NULL') = 'x' OR 'NULL' IN ('a', 'b');
INSERT INTO events (id, payload) VALUES (1, 'null');
SELECT id FROM elsewhere WHERE payload = 'null';
CREATE TABLE t (id bigint PRIMARY KEY, a jsonb DEFAULT 'null'::jsonb, b text DEFAULT NULL);
COMMENT ON TABLE t IS 'NULL';

-- bad, postgres, shop: a default set later
ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'NULL';
                                                 ^^^^^^
-- fixed:
ALTER TABLE orders ALTER COLUMN note SET DEFAULT NULL;

-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET note = 'NULL' WHERE note = 'NULL';
                         ^^^^^^
                                             ^^^^^^
-- fixed:
UPDATE orders SET note = NULL WHERE note IS NULL;

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET note = NULL WHERE note IS NULL;

-- good: what was imported is cleaned
UPDATE contacts SET phone = NULL WHERE phone = 'NULL' OR phone = '';
UPDATE contacts SET phone = CASE WHEN phone = 'NULL' THEN NULL ELSE phone END;
