-- bad, mysql: another engine
CREATE TABLE mugs (id bigint PRIMARY KEY, ml int NOT NULL, CHECK (ml > 0), UNIQUE (ml));
                                                           ^^^^^^^^^^^^^^  ^^^^^^^^^^^
-- fixed:
CREATE TABLE mugs (id bigint PRIMARY KEY, ml int NOT NULL, CONSTRAINT chk_mugs_ml CHECK (ml > 0), CONSTRAINT uq_mugs_ml UNIQUE (ml));

-- good, mysql: another engine
CREATE TABLE mugs (id bigint PRIMARY KEY, ml int NOT NULL, CONSTRAINT chk_mugs_ml CHECK (ml > 0));

-- bad: ALTER TABLE
ALTER TABLE mugs ADD FOREIGN KEY (maker_id) REFERENCES makers;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE mugs ADD CONSTRAINT fk_mugs_maker_id FOREIGN KEY (maker_id) REFERENCES makers;

-- bad: at columns, with the option
-- option inline: true
CREATE TABLE mugs (id bigint PRIMARY KEY, ml int CHECK (ml > 0), maker_id bigint REFERENCES makers, code text UNIQUE);
                                                 ^^^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE mugs (id bigint PRIMARY KEY, ml int CONSTRAINT chk_mugs_ml CHECK (ml > 0), maker_id bigint CONSTRAINT fk_mugs_maker_id REFERENCES makers, code text UNIQUE);

-- good: at columns, primary keys, temporary tables
CREATE TABLE mugs (id bigint, ml int CHECK (ml > 0), maker_id bigint REFERENCES makers, code text UNIQUE, PRIMARY KEY (id));
CREATE TEMP TABLE work (id bigint, CHECK (id > 0));
