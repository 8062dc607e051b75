-- bad: nothing is known of it
ALTER TABLE users RENAME TO accounts;
                  ^^^^^^^^^^^^^^^^^^
-- good: new tables, indexes, sequences, views left behind
-- given:
CREATE TABLE old (id bigint PRIMARY KEY, a text);
CREATE INDEX i ON old (a);
CREATE SEQUENCE s;
-- sql:
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts RENAME TO baskets;
ALTER TABLE i RENAME TO j;
ALTER TABLE s RENAME TO s2;
ALTER TABLE old RENAME TO new;
CREATE VIEW old AS SELECT id, a FROM new;
-- good: swapped
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE users_next (id uuid PRIMARY KEY);
-- sql:
BEGIN;
ALTER TABLE users RENAME TO users_old;
ALTER TABLE users_next RENAME TO users;
COMMIT;
