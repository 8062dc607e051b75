CREATE TABLE parents (id int PRIMARY KEY, code text NOT NULL UNIQUE, region int, UNIQUE (id, region));
CREATE TABLE children (
    id int CONSTRAINT children_key PRIMARY KEY DEFERRABLE INITIALLY DEFERRED,
    parent_id int,
    region int,
    code text,
    started date,
    ended date
);
ALTER TABLE children ADD FOREIGN KEY (parent_id) REFERENCES parents NOT VALID;
ALTER TABLE children ADD CONSTRAINT two_columns FOREIGN KEY (parent_id, region) REFERENCES parents (id, region) ON UPDATE CASCADE;
ALTER TABLE children ADD FOREIGN KEY (code) REFERENCES parents (code) DEFERRABLE;
ALTER TABLE children ADD CHECK (started < ended) NOT VALID, ADD CONSTRAINT present CHECK (code IS NOT NULL) NOT VALID;
ALTER TABLE children ADD CONSTRAINT later CHECK (region > 0) NOT ENFORCED;
ALTER TABLE children ADD CONSTRAINT has_start NOT NULL started NOT VALID;
-- show: added
ALTER TABLE children VALIDATE CONSTRAINT present;
ALTER TABLE children VALIDATE CONSTRAINT children_parent_id_fkey;
ALTER TABLE children VALIDATE CONSTRAINT has_start;
ALTER TABLE children RENAME CONSTRAINT children_key TO children_pkey;
ALTER TABLE children RENAME CONSTRAINT present TO code_present;
ALTER TABLE children ALTER CONSTRAINT children_code_fkey NOT DEFERRABLE;
ALTER TABLE parents DROP CONSTRAINT parents_code_key CASCADE;
ALTER TABLE children DROP CONSTRAINT IF EXISTS nothing;
ALTER TABLE children DROP CONSTRAINT two_columns;
-- show: changed
CREATE UNIQUE INDEX children_code_index ON children (code);
ALTER TABLE children ADD CONSTRAINT children_code_unique UNIQUE USING INDEX children_code_index;
ALTER TABLE children DROP CONSTRAINT children_pkey;
CREATE UNIQUE INDEX new_key ON children (id, parent_id);
ALTER TABLE children ADD PRIMARY KEY USING INDEX new_key;
ALTER INDEX children_code_unique RENAME TO children_code_key;
ALTER TABLE children RENAME COLUMN code TO the_code;
ALTER TABLE children ADD UNIQUE NULLS NOT DISTINCT (region) INCLUDE (started);
-- show: with indexes
ALTER TABLE children DROP COLUMN parent_id, DROP COLUMN started;
ALTER TABLE parents DROP COLUMN id CASCADE;
