-- bad, sqlite: a part of the rows by the rowid
CREATE TABLE songs (id integer PRIMARY KEY, title text, deleted_at text);
CREATE INDEX songs_live_idx ON songs (id) WHERE deleted_at IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite: an index on the rowid
CREATE TABLE songs (id integer PRIMARY KEY, title text);
CREATE INDEX songs_id_idx ON songs (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite: another column
CREATE TABLE songs (id integer PRIMARY KEY, title text);
CREATE INDEX songs_title_idx ON songs (title, id);

-- bad: a key of two columns
CREATE TABLE pairs (a int, b int, gone boolean NOT NULL, PRIMARY KEY (a, b));
CREATE INDEX pairs_idx ON pairs (a, b) WHERE NOT gone;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: another method, another order, another rule for an index of all rows
CREATE TABLE songs (id bigint PRIMARY KEY, title text);
CREATE INDEX songs_hash_idx ON songs USING hash (id);
CREATE INDEX songs_id_idx ON songs (id DESC);
CREATE TABLE pairs (a int, b int, PRIMARY KEY (a, b));
CREATE INDEX pairs_idx ON pairs (b, a);
CREATE INDEX pairs_key_idx ON pairs (a, b);
