-- bad: nothing is known of it
ALTER TYPE order_state RENAME VALUE 'paid' TO 'settled';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a value the same file added
-- given:
CREATE TYPE order_state AS ENUM ('new');
-- sql:
ALTER TYPE order_state ADD VALUE 'payed';
ALTER TYPE order_state RENAME VALUE 'payed' TO 'paid';
