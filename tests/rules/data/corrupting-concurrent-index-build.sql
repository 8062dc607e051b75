-- bad, postgres 14.0, shop: REINDEX
REINDEX INDEX CONCURRENTLY orders_user_id_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, postgres 14.3, shop: not concurrent
CREATE INDEX ON orders (note);
-- good, postgres 14.4, shop: mended
CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);
