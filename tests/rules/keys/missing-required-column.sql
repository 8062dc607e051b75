-- bad: another type, nullable, dropped later
-- option columns: ["created_at timestamptz not null", "id"]
CREATE TABLE a (id bigint PRIMARY KEY, created_at timestamp NOT NULL);
             ^
CREATE TABLE b (id bigint PRIMARY KEY, created_at timestamptz);
             ^
CREATE TABLE c (id bigint PRIMARY KEY, created_at timestamptz NOT NULL);
             ^
ALTER TABLE c DROP COLUMN created_at;
-- bad, mysql, mariadb, sqlite: the same elsewhere
-- option columns: ["created_at"]
CREATE TABLE a (id int PRIMARY KEY, createdat datetime);
             ^
-- good: all there, temporary, copied, junctions, exempt
-- option columns: ["created_at"]
-- option exempt_tables: ["e"]
CREATE TABLE a (id bigint PRIMARY KEY);
ALTER TABLE a ADD COLUMN created_at timestamptz;
CREATE TEMP TABLE b (id bigint PRIMARY KEY);
CREATE TABLE c (LIKE a INCLUDING ALL);
CREATE TABLE d (a_id bigint REFERENCES a (id), x_id bigint, PRIMARY KEY (a_id, x_id));
CREATE TABLE e (id bigint PRIMARY KEY);
-- good, mysql, mariadb, sqlite: letter case
-- option columns: ["created_at"]
CREATE TABLE a (id int PRIMARY KEY, Created_At datetime);
-- good: nothing is asked for
CREATE TABLE a (id bigint PRIMARY KEY);
