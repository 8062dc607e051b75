-- bad: LOCAL, replication role beside a change of the schema
SET LOCAL log_min_messages TO warning;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SET session_replication_role = replica;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE t (id bigint PRIMARY KEY);

-- good: a dump of data
BEGIN;
SET session_replication_role = replica;
INSERT INTO t (id) VALUES (1);
SET session_replication_role = DEFAULT;
COMMIT;

-- good: everyone may set these, and reset all
SET search_path = public;
SET lock_timeout = '2s';
SET client_min_messages = warning;
RESET log_statement;

-- good: set by an administrator
ALTER ROLE CURRENT_USER SET log_statement = 'all';
ALTER SYSTEM SET shared_buffers = '2GB';

-- good: permitted
-- option permitted: ["log_statement"]
SET log_statement = 'all';

-- bad: by a function
SELECT set_config('log_statement', 'none', false);
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: a setting of everybody's, by a function
SELECT set_config('statement_timeout', '5s', true);
