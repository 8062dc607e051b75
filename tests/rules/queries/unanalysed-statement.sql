-- bad, mysql: an unknown word
-- error: 1064
ALTER TABLE users FROBNICATE email;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: known words
CREATE TABLE users (id bigint PRIMARY KEY);

-- bad, sqlite: an unknown word
-- error: near "FROBNICATE"
ALTER TABLE users FROBNICATE email;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite: known words
CREATE TABLE users (id integer PRIMARY KEY);
