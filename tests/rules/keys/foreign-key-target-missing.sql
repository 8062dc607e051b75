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
