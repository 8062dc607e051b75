-- bad: an unknown table
ALTER TABLE bookings ADD EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled);
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, postgres 18: keys without overlaps
ALTER TABLE prices ADD PRIMARY KEY (product_id, valid WITHOUT OVERLAPS);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE rates ADD CONSTRAINT rates_key UNIQUE (id, valid WITHOUT OVERLAPS);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: the table is new or temporary
CREATE TABLE bookings (during tstzrange);
CREATE TEMP TABLE picked (during tstzrange);
ALTER TABLE bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&);
ALTER TABLE picked ADD EXCLUDE USING gist (during WITH &&);
-- good: plain keys
ALTER TABLE bookings ADD UNIQUE (id);
ALTER TABLE bookings ADD PRIMARY KEY (id);
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings ADD EXCLUDE USING gist (valid WITH &&);
