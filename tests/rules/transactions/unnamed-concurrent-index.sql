-- bad: an expression, a quoted table, UNIQUE
CREATE UNIQUE INDEX CONCURRENTLY ON "Users" (lower(email), id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY "Users_lower_id_idx" ON "Users" (lower(email), id);
-- good: not concurrent
CREATE INDEX ON orders (note);
