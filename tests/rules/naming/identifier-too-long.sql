-- bad: renamed, a constraint, bytes instead of characters, a qualified name
ALTER TABLE a RENAME COLUMN b TO a_name_of_a_column_that_goes_on_and_on_until_nobody_reads_it_anymore;
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE a ADD CONSTRAINT "ääääääääääääääääääääääääääääääää" CHECK (c > 0) NOT VALID;
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE shop.a_name_of_a_table_that_goes_on_and_on_until_nobody_reads_it_anymore (id bigint);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE a RENAME COLUMN b TO a_name_of_a_column_that_goes_on_and_on_until_nobody_reads_it_an;
ALTER TABLE a ADD CONSTRAINT "äääääääääääääääääääääääääääääää" CHECK (c > 0) NOT VALID;
CREATE TABLE shop.a_name_of_a_table_that_goes_on_and_on_until_nobody_reads_it_any (id bigint);
-- bad: two names become one
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, b int, c int);
CREATE INDEX an_index_whose_name_goes_on_and_on_until_nobody_reads_it_anymor ON a (b);
-- sql:
CREATE INDEX an_index_whose_name_goes_on_and_on_until_nobody_reads_it_anymore_c ON a (c);
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: strings, names the server gives, references, exactly 63 bytes
CREATE TABLE a_table (a_column_with_a_very_long_name_indeed int, another_column_with_a_long_name int);
CREATE INDEX ON a_table (a_column_with_a_very_long_name_indeed, another_column_with_a_long_name);
COMMENT ON TABLE a_table IS 'a comment that goes on and on and on until nobody reads it any more at all, really';
DROP INDEX an_index_whose_name_goes_on_and_on_until_nobody_reads_it_anymore_x;
CREATE TABLE aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg (id int);

-- bad, mysql: more than 64 characters
-- error: 1103
CREATE TABLE customer_subscription_reminder_delivery_attempt_failure_reasons_x (id bigint PRIMARY KEY);
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: 64 characters
CREATE TABLE customer_subscription_reminder_delivery_attempt_failure_reasons_ (id bigint PRIMARY KEY);
