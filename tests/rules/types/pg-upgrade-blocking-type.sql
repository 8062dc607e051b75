-- bad: of a composite type, later
CREATE TYPE hook AS (handler regproc, n int);
                             ^^^^^^^
ALTER TABLE a ADD COLUMN operator regoperator;
                                  ^^^^^^^^^^^
-- good: those that are carried over, casts
CREATE TABLE a (id bigint PRIMARY KEY, t regtype, r regrole, c regclass);
SELECT 'lower'::regproc;
