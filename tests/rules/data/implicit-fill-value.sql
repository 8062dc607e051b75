-- bad, mysql, shop: other types
ALTER TABLE orders ADD channel varchar(20) NOT NULL, ADD kind ENUM('a', 'b') NOT NULL, ADD payload text NOT NULL;
                                           ^^^^^^^^                          ^^^^^^^^                   ^^^^^^^^
-- fixed:
ALTER TABLE orders ADD channel varchar(20) NOT NULL DEFAULT '', ADD kind ENUM('a', 'b') NOT NULL, ADD payload text NOT NULL;
-- bad, mariadb: a table that is not known
-- given:
CREATE TABLE jobs (id int);
-- sql:
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS tries int NOT NULL AFTER id;
                                                    ^^^^^^^^
-- fixed:
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS tries int NOT NULL DEFAULT 0 AFTER id;
-- good, mysql, shop: computed, counted, filled by the server, temporary
ALTER TABLE orders ADD twice decimal(12, 2) AS (total * 2) STORED;
ALTER TABLE products ADD weight int NULL, ADD size int;
CREATE TEMPORARY TABLE mine (id int);
ALTER TABLE mine ADD n int NOT NULL;
-- good, mysql: a counter
-- given:
CREATE TABLE items (n int);
-- sql:
ALTER TABLE items ADD id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY;
-- good, mysql, shop: filled at once
ALTER TABLE orders ADD COLUMN payload text NOT NULL;
UPDATE orders SET payload = '{}';
