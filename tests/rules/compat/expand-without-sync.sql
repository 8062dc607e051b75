-- bad: nothing is known of it
ALTER TABLE users ADD COLUMN full_name text;
UPDATE users SET full_name = name::text;
                 ^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: the old one goes, a trigger, a value made of several, a new table
ALTER TABLE users ADD COLUMN full_name text;
UPDATE users SET full_name = name WHERE id = 1;
ALTER TABLE users DROP COLUMN name;
ALTER TABLE orders ADD COLUMN label text;
UPDATE orders SET label = status || note WHERE id = 1;
ALTER TABLE products ADD COLUMN label text GENERATED ALWAYS AS (upper(name)) STORED;
CREATE TABLE carts (id bigint PRIMARY KEY, a text);
ALTER TABLE carts ADD COLUMN b text;
UPDATE carts SET b = a;
-- good: a trigger
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE FUNCTION copy_name() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.full_name := NEW.name; RETURN NEW; END';
-- sql:
ALTER TABLE users ADD COLUMN full_name text;
CREATE TRIGGER copy_name BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION copy_name();
UPDATE users SET full_name = name WHERE id = 1;
-- bad, mysql, shop: MySQL
ALTER TABLE users ADD COLUMN full_name varchar(200);
UPDATE users SET full_name = name WHERE id = 1;
                 ^^^^^^^^^^^^^^^^
-- good, mysql, shop: the old one goes
ALTER TABLE users ADD COLUMN full_name varchar(200);
UPDATE users SET full_name = name WHERE id = 1;
ALTER TABLE users DROP COLUMN name;
-- good, shop: a first value, and one of another table
ALTER TABLE users ADD COLUMN seen_at timestamptz, ADD COLUMN last_order_id bigint;
UPDATE users SET seen_at = created_at WHERE id = 1;
UPDATE users SET last_order_id = orders.id FROM orders WHERE orders.user_id = users.id AND users.id = 1;
