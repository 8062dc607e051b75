-- bad: all spellings
CLUSTER orders;
^^^^^^^^^^^^^^
CLUSTER VERBOSE sales.orders USING orders_pkey;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CLUSTER (VERBOSE) orders USING orders_pkey;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CLUSTER VERBOSE;
^^^^^^^^^^^^^^^
-- good: noted for later
ALTER TABLE orders CLUSTER ON orders_pkey;
ALTER TABLE orders SET WITHOUT CLUSTER;
-- good: the table is new or temporary
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TEMP TABLE picked (id bigint PRIMARY KEY);
CLUSTER orders USING orders_pkey;
CLUSTER picked USING picked_pkey;
