-- bad, mysql: ENGINE of its own, and FORCE
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10)) ENGINE=InnoDB;
-- sql:
ALTER TABLE jobs ENGINE=InnoDB;
                 ^^^^^^^^^^^^^
ALTER TABLE jobs FORCE;
                 ^^^^^
ALTER TABLE jobs ENGINE=MyISAM;
                 ^^^^^^^^^^^^^

-- good, mysql: FORCE beside other actions
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state varchar(10)) ENGINE=InnoDB;
-- sql:
ALTER TABLE jobs ADD COLUMN note text, FORCE;
