-- bad, mysql: CREATE INDEX
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
CREATE INDEX jobs_state_idx ON jobs (state) LOCK=SHARED;
                                            ^^^^^^^^^^^
-- fixed:
CREATE INDEX jobs_state_idx ON jobs (state) LOCK=NONE;

-- bad, mysql: FULLTEXT needs the lock, so there is no fix
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, note text);
-- sql:
ALTER TABLE jobs ADD FULLTEXT INDEX jobs_note_idx (note), LOCK=SHARED;
                                                          ^^^^^^^^^^^

-- good, mysql: LOCK=DEFAULT
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10));
-- sql:
ALTER TABLE jobs ADD INDEX jobs_state_idx (state), LOCK=DEFAULT;
