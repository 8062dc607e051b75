-- bad: twice, in every notation
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb NOT NULL);
-- sql:
SELECT id FROM clients c WHERE (c.profile ->> 'level')::int > 3;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE clients SET profile = '{}' WHERE profile->'level' = '2';
SELECT id FROM clients c JOIN clients d ON d.id = (c.profile->>'parent_id')::bigint;
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: once, selected, deeper, of a log, indexed
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb NOT NULL, payload jsonb);
CREATE INDEX ON clients ((profile->>'email'));
CREATE TABLE event_log (id bigint PRIMARY KEY, data jsonb);
-- sql:
SELECT profile->>'state' FROM clients WHERE profile->>'level' = 'x';
SELECT id FROM clients WHERE profile->'a'->>'status' = 'x' AND profile->>'email' = 'y' AND payload->>'status' = 'z';
SELECT id FROM event_log WHERE data->>'status' = 'z';
-- bad: an index of some rows, an index of a reference
-- given:
CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb NOT NULL, payload jsonb);
-- sql:
CREATE INDEX clients_live ON clients (id) WHERE (profile->>'status') = 'live';
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX clients_boss ON clients ((profile->>'boss_id'));
                                       ^^^^^^^^^^^^^^^^^^^
CREATE INDEX clients_got ON clients (id) WHERE payload->>'kind' = 'x';
