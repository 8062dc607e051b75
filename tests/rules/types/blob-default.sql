-- bad, mysql: every kind, added and changed
CREATE TABLE pages (id BIGINT PRIMARY KEY, a LONGTEXT DEFAULT 'x', b JSON DEFAULT '{}', c BLOB NOT NULL DEFAULT '');
                                                              ^^^
                                                                                  ^^^^
                                                                                                                ^^
ALTER TABLE pages ADD d MEDIUMTEXT DEFAULT 'y', MODIFY a TEXT DEFAULT 'z';
                                           ^^^
                                                                      ^^^
-- fixed:
CREATE TABLE pages (id BIGINT PRIMARY KEY, a LONGTEXT DEFAULT ('x'), b JSON DEFAULT ('{}'), c BLOB NOT NULL DEFAULT (''));
ALTER TABLE pages ADD d MEDIUMTEXT DEFAULT ('y'), MODIFY a TEXT DEFAULT ('z');

-- good, mysql: expressions, NULL, short texts
CREATE TABLE pages (id BIGINT PRIMARY KEY, a TEXT DEFAULT ('x'), b JSON DEFAULT (json_object()), c VARCHAR(9) DEFAULT '', d TEXT DEFAULT NULL);

-- bad, mysql 5.7: an expression on an old server
CREATE TABLE pages (id BIGINT PRIMARY KEY, body TEXT DEFAULT ('x'));
                                                             ^^^^^
