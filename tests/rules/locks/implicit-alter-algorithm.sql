-- bad, mysql: an index is asked for as the server builds it
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
CREATE INDEX jobs_state_idx ON jobs (state);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX jobs_state_idx ON jobs (state) ALGORITHM=INPLACE LOCK=NONE;

-- bad, mariadb: MariaDB calls it NOCOPY
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs ADD INDEX jobs_state_idx (state);
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE jobs ADD INDEX jobs_state_idx (state), ALGORITHM=NOCOPY, LOCK=NONE;

-- bad, mysql: ALGORITHM=DEFAULT says nothing
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs ADD COLUMN note text, ALGORITHM=DEFAULT;
                 ^^^^^^^^^^^^^^^^^^^^

-- good, mysql: LOCK=NONE alone lets the server refuse a copy too
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs ADD COLUMN note text, LOCK=NONE;

-- good, mariadb: DROP INDEX and RENAME TABLE take no clause
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10), KEY jobs_state_idx (state));
-- sql:
DROP INDEX jobs_state_idx ON jobs;
RENAME TABLE jobs TO tasks;

-- bad, mysql: strict asks for a LOCK as well
-- option strict: true
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs ADD INDEX jobs_state_idx (state), ALGORITHM=INPLACE;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
