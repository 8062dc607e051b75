-- bad, mysql: a key on the key
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20), KEY songs_id_idx (id));
                                                              ^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: another column
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20), KEY songs_title_idx (title));

-- bad, sqlite: an index on the rowid
CREATE TABLE songs (id integer PRIMARY KEY, title text);
CREATE INDEX songs_id_idx ON songs (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite: another column
CREATE TABLE songs (id integer PRIMARY KEY, title text);
CREATE INDEX songs_title_idx ON songs (title, id);

-- good: another method, another order
CREATE TABLE songs (id bigint PRIMARY KEY, title text);
CREATE INDEX songs_hash_idx ON songs USING hash (id);
CREATE INDEX songs_id_idx ON songs (id DESC);
CREATE TABLE pairs (a int, b int, PRIMARY KEY (a, b));
CREATE INDEX pairs_idx ON pairs (b, a);
