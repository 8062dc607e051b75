-- bad: the index has the columns in the wrong places
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (id bigint PRIMARY KEY, parent_id bigint, position int);
-- file: 0002_key.sql
ALTER TABLE children ADD CONSTRAINT children_parent_fk FOREIGN KEY (parent_id) REFERENCES parents (id) NOT VALID;
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX children_position_parent ON children (position, parent_id);
-- fixed:
-- file: 0003_create_children_parent_id_idx.sql
CREATE INDEX CONCURRENTLY children_parent_id_idx ON children (parent_id);
-- bad: the second column of a junction
CREATE TABLE tag (id bigint PRIMARY KEY);
CREATE TABLE post (id bigint PRIMARY KEY);
CREATE TABLE post_tag (
    post_id bigint REFERENCES post (id),
    tag_id bigint REFERENCES tag (id),
                  ^^^^^^^^^^^^^^^^^^^
    PRIMARY KEY (post_id, tag_id)
);
-- fixed:
CREATE TABLE tag (id bigint PRIMARY KEY);
CREATE TABLE post (id bigint PRIMARY KEY);
CREATE TABLE post_tag (
    post_id bigint REFERENCES post (id),
    tag_id bigint REFERENCES tag (id),
    PRIMARY KEY (post_id, tag_id)
);
CREATE INDEX post_tag_tag_id_idx ON post_tag (tag_id);
-- bad: the foreign key of a new table is added after it
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (id bigint PRIMARY KEY, "parentId" bigint);
ALTER TABLE children ADD FOREIGN KEY ("parentId") REFERENCES parents (id);
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (id bigint PRIMARY KEY, "parentId" bigint);
CREATE INDEX "children_parentId_idx" ON children ("parentId");
ALTER TABLE children ADD FOREIGN KEY ("parentId") REFERENCES parents (id);
-- bad: the column is new, so no index can be elsewhere
ALTER TABLE unknown ADD COLUMN parent_id bigint REFERENCES parents (id);
                                                ^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: 0002_create_unknown_parent_id_idx.sql
CREATE INDEX CONCURRENTLY unknown_parent_id_idx ON unknown (parent_id);
-- bad: the index is dropped later
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (parent_id bigint REFERENCES parents (id));
                                        ^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX old_idx ON children (parent_id);
-- file: 0002_drop.sql
DROP INDEX old_idx;
-- fixed:
-- file: 0003_create_children_parent_id_idx.sql
CREATE INDEX CONCURRENTLY children_parent_id_idx ON children (parent_id);
-- good: an index in a later file, under another name
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (parent_id bigint REFERENCES parents (id));
-- file: 0002_index.sql
CREATE INDEX CONCURRENTLY whatever ON children (parent_id, id);
-- good: keys that begin with the column, in any order
CREATE TABLE parents (id bigint, branch bigint, PRIMARY KEY (id, branch));
CREATE TABLE one_to_one (id bigint, branch bigint, PRIMARY KEY (branch, id), FOREIGN KEY (id, branch) REFERENCES parents);
CREATE TABLE rooms (id bigint PRIMARY KEY);
CREATE TABLE uses (room bigint REFERENCES rooms (id), during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&));
CREATE TABLE names (room bigint REFERENCES rooms (id), name text, UNIQUE (room, name));
CREATE TABLE hashed (room bigint REFERENCES rooms (id));
CREATE INDEX ON hashed USING hash (room);
-- good: a partial index that leaves out the NULLs
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (parent_id bigint REFERENCES parents (id));
CREATE INDEX ON children (parent_id) WHERE parent_id IS NOT NULL;
-- bad: a partial index that leaves out more
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (gone boolean, parent_id bigint REFERENCES parents (id));
                                                      ^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON children (parent_id) WHERE NOT gone;
-- fixed:
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (gone boolean, parent_id bigint REFERENCES parents (id));
CREATE INDEX children_parent_id_idx1 ON children (parent_id);
CREATE INDEX ON children (parent_id) WHERE NOT gone;
-- good: the index of the partitioned table serves its partitions
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE events (parent_id bigint REFERENCES parents (id), at date) PARTITION BY RANGE (at);
CREATE INDEX ON events (parent_id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- good: temporary tables, and columns that were there before the first migration
CREATE TEMP TABLE parents (id bigint PRIMARY KEY);
CREATE TEMP TABLE children (parent_id bigint REFERENCES parents (id));
ALTER TABLE unknown ADD FOREIGN KEY (other_id) REFERENCES others (id);
-- good: the constraint or the table is gone
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE children (parent_id bigint CONSTRAINT fk REFERENCES parents (id));
ALTER TABLE children DROP CONSTRAINT fk;
-- bad: the index of the longer key serves the shorter one
-- given:
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE users (shop_id bigint, id bigint, PRIMARY KEY (shop_id, id));
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, user_id bigint);
-- sql:
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id) NOT VALID;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD FOREIGN KEY (shop_id, user_id) REFERENCES users NOT VALID;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: 0002_create_orders_shop_id_user_id_idx.sql
CREATE INDEX CONCURRENTLY orders_shop_id_user_id_idx ON orders (shop_id, user_id);
-- bad: two keys of one column want one index
-- given:
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE stores (id bigint PRIMARY KEY);
CREATE TABLE "Orders" (id bigint PRIMARY KEY, "shopId" bigint);
-- sql:
ALTER TABLE "Orders" ADD FOREIGN KEY ("shopId") REFERENCES shops (id) NOT VALID;
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE "Orders" ADD FOREIGN KEY ("shopId") REFERENCES stores (id) NOT VALID;
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: 0002_create_orders_shopid_idx.sql
CREATE INDEX CONCURRENTLY "Orders_shopId_idx" ON "Orders" ("shopId");
-- bad: an index of a partitioned table cannot be built concurrently
-- given:
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint, shop_id bigint, at date) PARTITION BY RANGE (at);
-- sql:
ALTER TABLE orders ADD FOREIGN KEY (shop_id) REFERENCES shops (id);
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: SQLite
CREATE TABLE pets (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
                                                                    ^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE pets (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
CREATE INDEX pets_user_id_idx ON pets (user_id);

-- bad, sqlite, shop: a column of a table in use
ALTER TABLE orders ADD COLUMN gift_id INTEGER REFERENCES products (id);
                                              ^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: 0002_create_orders_gift_id_idx.sql
CREATE INDEX orders_gift_id_idx ON orders (gift_id);

-- good, sqlite, shop: an index, a key, the rowid
CREATE TABLE pets (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
CREATE INDEX pets_user_idx ON pets (User_Id);
CREATE TABLE profiles (user_id INTEGER PRIMARY KEY REFERENCES users (id), bio TEXT);
CREATE TABLE tags (user_id INTEGER REFERENCES users (id), tag TEXT, PRIMARY KEY (user_id, tag)) WITHOUT ROWID;
CREATE TABLE seats (id INTEGER PRIMARY KEY, user_id INTEGER UNIQUE REFERENCES users (id));
