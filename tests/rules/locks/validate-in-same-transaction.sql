-- bad: one ALTER TABLE
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID, VALIDATE CONSTRAINT c;
                                                                 ^^^^^^^^^^^^^^^^^^^^^
-- bad, wrapped: the tool's transaction
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT f;
                   ^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
-- file: 0002_validate_f.sql
ALTER TABLE orders VALIDATE CONSTRAINT f;
-- bad: a DO block
DO $$ BEGIN
    ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
    ALTER TABLE orders VALIDATE CONSTRAINT c;
                       ^^^^^^^^^^^^^^^^^^^^^
END $$;
-- good: statements of their own
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT c;
-- good, wrapped: COMMIT between
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
COMMIT;
ALTER TABLE orders VALIDATE CONSTRAINT c;
-- good, wrapped: a new table
CREATE TABLE notes (id bigint PRIMARY KEY, n integer);
ALTER TABLE notes ADD CONSTRAINT c CHECK (n > 0) NOT VALID;
ALTER TABLE notes VALIDATE CONSTRAINT c;
-- good, wrapped: added by another file
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
-- sql:
ALTER TABLE orders VALIDATE CONSTRAINT c;
