-- bad: several keys, IN, parameters, of a write
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb);
CREATE INDEX clients_gin ON clients USING gin (profile jsonb_path_ops);
-- sql:
SELECT c.id FROM clients c WHERE c.profile ->> 'level' IN ('a', 'b');
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE clients SET id = 1 WHERE profile->>'level' = $1;
                                ^^^^^^^^^^^^^^^^^^^^^^
-- good: other operators, casts, an index on the expression, no index, another column
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb, other jsonb);
CREATE INDEX clients_gin ON clients USING gin (profile);
CREATE INDEX clients_size ON clients ((profile->>'size'));
-- sql:
SELECT id FROM clients WHERE profile ? 'level' AND profile @? '$.level' AND (profile->>'n')::int = 3;
SELECT id FROM clients WHERE profile->>'size' = 'xl' AND other->>'level' = 'x';
-- good: a B-tree on another key
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb);
CREATE INDEX clients_size ON clients ((profile->>'size'));
-- sql:
SELECT id FROM clients WHERE profile->>'level' = 'x';
