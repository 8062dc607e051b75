-- bad, shop, wrapped: in the transaction of the tool
-- given:
CREATE MATERIALIZED VIEW names AS SELECT id, name FROM users;
CREATE UNIQUE INDEX names_id_key ON names (id);
-- sql:
REFRESH MATERIALIZED VIEW CONCURRENTLY names;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id));
-- good, shop: the last one, and each by itself
-- given:
CREATE MATERIALIZED VIEW names AS SELECT id, name FROM users;
CREATE UNIQUE INDEX names_id_key ON names (id);
-- sql:
BEGIN;
UPDATE users SET status = 'counted' WHERE id = 1;
REFRESH MATERIALIZED VIEW CONCURRENTLY names;
COMMIT;
REFRESH MATERIALIZED VIEW CONCURRENTLY names;
UPDATE users SET status = 'counted' WHERE id = 1;
-- good, shop: without CONCURRENTLY other rules tell of it
-- given:
CREATE MATERIALIZED VIEW names AS SELECT id, name FROM users;
-- sql:
BEGIN;
REFRESH MATERIALIZED VIEW names;
UPDATE users SET status = 'counted' WHERE id = 1;
COMMIT;
