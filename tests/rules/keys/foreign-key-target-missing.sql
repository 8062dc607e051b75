-- bad: the numbers of columns differ
-- given:
CREATE TABLE owners (id bigint, branch bigint, PRIMARY KEY (id, branch));
-- sql:
CREATE TABLE pets (owner_id bigint, branch bigint, FOREIGN KEY (owner_id, branch) REFERENCES owners (id));
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: added to an existing table before the parent exists
-- given:
CREATE TABLE pets (owner_id bigint);
-- sql:
ALTER TABLE pets ADD COLUMN vet_id bigint REFERENCES vets (id);
                                          ^^^^^^^^^^^^^^^^^^^^
CREATE TABLE vets (id bigint PRIMARY KEY);
-- bad: with all migrations at hand
-- option complete: true
CREATE TABLE pets (owner_id bigint REFERENCES owners (id));
                                   ^^^^^^^^^^^^^^^^^^^^^^
-- good: the base schema is elsewhere
CREATE TABLE pets (owner_id bigint REFERENCES owners (id));
-- good: self references, and constraints added after both tables
-- option complete: true
CREATE TABLE pets (id bigint PRIMARY KEY, mother_id bigint REFERENCES pets (id), owner_id bigint);
CREATE TABLE owners (id bigint PRIMARY KEY);
ALTER TABLE pets ADD FOREIGN KEY (owner_id) REFERENCES owners (id);
-- good: replaced by a new table of the same name
-- given:
CREATE TABLE owners (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE pets (owner_id bigint REFERENCES owners (id));
ALTER TABLE owners RENAME TO owners_old;
CREATE TABLE owners (id bigint PRIMARY KEY);
-- good: it may have been there before
CREATE TABLE pets (owner_id bigint REFERENCES owners (id));
CREATE TABLE IF NOT EXISTS owners (id bigint PRIMARY KEY);
-- good: the column is added first
-- given:
CREATE TABLE owners (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE owners ADD COLUMN code text UNIQUE;
CREATE TABLE pets (owner_code text REFERENCES owners (code));

-- bad, mysql: too early on MySQL
-- error: 1005
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint, FOREIGN KEY (owner_id) REFERENCES owners (id));
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE owners (id bigint PRIMARY KEY);

-- good, mysql: MySQL is told not to look
SET foreign_key_checks = 0;
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint, FOREIGN KEY (owner_id) REFERENCES owners (id));
CREATE TABLE owners (id bigint PRIMARY KEY);
SET foreign_key_checks = 1;

-- bad, mysql, shop: a column that MySQL does not find
-- error: 1005
ALTER TABLE orders ADD CONSTRAINT orders_product FOREIGN KEY (product_id) REFERENCES products (product_id);
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: a column that SQLite will miss
CREATE TABLE gifts (id INTEGER PRIMARY KEY, product_id INTEGER UNIQUE REFERENCES products (product_id));
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite: SQLite looks the target up when rows are written
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner_id INTEGER UNIQUE REFERENCES owners (id));
CREATE TABLE owners (id INTEGER PRIMARY KEY);

-- good, mysql: in order
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint, FOREIGN KEY (owner_id) REFERENCES owners (ID));
