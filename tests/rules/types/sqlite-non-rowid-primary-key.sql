-- bad, sqlite: the word DESC
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, n TEXT);
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
