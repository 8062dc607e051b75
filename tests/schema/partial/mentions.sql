ALTER TABLE users ADD COLUMN email text, ADD COLUMN team_id int REFERENCES teams;
ALTER TABLE users DROP COLUMN old, ALTER COLUMN name SET NOT NULL;
CREATE INDEX users_name ON users (name);
ALTER TABLE app.orders ADD CONSTRAINT positive CHECK (total > 0);
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE IF EXISTS absent RENAME TO present;
CREATE VIEW v AS SELECT a FROM unheard_of JOIN users USING (a) JOIN pg_class ON true;
DROP TABLE nothing;
DROP INDEX nothing;
ALTER INDEX nothing RENAME TO something;
CREATE TABLE part PARTITION OF whole FOR VALUES IN (1);
CREATE TABLE child (a int) INHERITS (elder);
CREATE TABLE lookalike (LIKE unseen INCLUDING ALL, more int);
INSERT INTO logs VALUES (1);
ALTER TABLE part ADD PRIMARY KEY USING INDEX part_index;
-- show: mentioned
CREATE TABLE teams (id int PRIMARY KEY);
CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY);
DROP TABLE teams;
-- show: created after all
CREATE TABLE users (id bigint);
CREATE TABLE v (a int);
CREATE VIEW users AS SELECT 1;
