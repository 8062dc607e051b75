-- bad: no table is known
UPDATE accounts SET balance = balance - 100;
^^^^^^^^^^^^^^^

-- bad: a constant for every row
-- given:
CREATE TABLE accounts (id bigint PRIMARY KEY, plan text);
-- sql:
UPDATE accounts SET plan = 'free';
^^^^^^^^^^^^^^^

-- good: the column was added just now
-- given:
CREATE TABLE accounts (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE accounts ADD COLUMN plan text;
UPDATE accounts SET plan = 'free';

-- good: a migration that converts a table says that it means all rows
-- given:
CREATE TABLE accounts (id bigint PRIMARY KEY, email text);
-- sql:
UPDATE accounts SET email = lower(email);

-- good: staging tables, conditions, upserts
UPDATE tmp_accounts SET plan = 'free';
UPDATE accounts SET plan = 'free' WHERE true;
INSERT INTO accounts (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET plan = 'free';
MERGE INTO accounts AS a USING feed AS f ON f.id = a.id WHEN MATCHED THEN UPDATE SET plan = 'free';

-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'done';
^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'done' WHERE id = 7;

-- good, mysql, shop: a join chooses the rows
UPDATE orders AS o JOIN users AS u ON u.id = o.user_id SET o.note = u.name;
INSERT INTO products (id, name, price) VALUES (1, 'pen', 2) ON DUPLICATE KEY UPDATE price = 2;
-- good, mysql, mariadb, shop: a join chooses the rows that get a constant
UPDATE orders AS o JOIN users AS u ON u.id = o.user_id SET o.status = 'done';

-- good, mysql: only rows with a partner
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint, x integer);
-- sql:
UPDATE a JOIN b ON b.a_id = a.id SET a.x = b.x;

-- bad, mysql: every row, with a partner or without
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint, x integer);
-- sql:
UPDATE a LEFT JOIN b ON b.a_id = a.id SET a.x = 1;
^^^^^^^^
