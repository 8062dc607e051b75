-- bad: every kind
-- option pooling: "transaction"
LISTEN changes;
^^^^^^^^^^^^^^
PREPARE one AS SELECT 1;
^^^^^^^^^^^^^^^^^^^^^^^
CREATE TEMPORARY TABLE mine (id bigint);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DECLARE c CURSOR WITH HOLD FOR SELECT 1;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT pg_advisory_lock(42);
       ^^^^^^^^^^^^^^^^^^^^
-- fixed:
LISTEN changes;
PREPARE one AS SELECT 1;
CREATE TEMPORARY TABLE mine (id bigint);
DECLARE c CURSOR WITH HOLD FOR SELECT 1;
SELECT pg_advisory_xact_lock(42);
-- good: not pooled that way
SET work_mem = '8MB';
LISTEN changes;
-- good: a migration
-- option pooling: "transaction"
SET lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN channel text;
-- good: for the transaction
-- option pooling: "transaction"
BEGIN;
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
SELECT pg_advisory_xact_lock(42);
CREATE TEMPORARY TABLE mine (id bigint) ON COMMIT DROP;
NOTIFY changes;
COMMIT;
RESET work_mem;
