-- good: used in a block, dropped at COMMIT, not a migration
CREATE TEMPORARY TABLE ids (id bigint PRIMARY KEY);
DO $$ BEGIN PERFORM id FROM ids; END $$;
CREATE TEMPORARY TABLE more (id bigint PRIMARY KEY) ON COMMIT
DROP;
-- good: a script
-- file: report.sql
CREATE TEMPORARY TABLE ids (id bigint PRIMARY KEY);
-- bad, mysql, sqlite: other engines
CREATE TEMPORARY TABLE lookup (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, sqlite: used
CREATE TEMPORARY TABLE lookup (id bigint PRIMARY KEY);
INSERT INTO lookup (id) VALUES (1);
