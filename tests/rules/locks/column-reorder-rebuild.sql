-- bad, mysql: FIRST
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs MODIFY state varchar(10) FIRST;
                                          ^^^^^
-- fixed:
ALTER TABLE jobs MODIFY state varchar(10);

-- bad, mysql 5.7: a new column that is not the last
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs ADD COLUMN note text AFTER id;
                                      ^^^^^^^^
-- fixed:
ALTER TABLE jobs ADD COLUMN note text;

-- good, mysql: the new type copies the table anyway
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10), n int);
-- sql:
ALTER TABLE jobs MODIFY n bigint AFTER id;
