-- bad, mysql: no column list, REPLACE, INSERT ... SET
-- given:
CREATE TABLE badges (id bigint AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL UNIQUE, uses int NOT NULL);
-- sql:
INSERT INTO badges VALUES (3, 'A', 1) ON DUPLICATE KEY UPDATE uses = uses + 1;
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
REPLACE INTO badges (id, code, uses) VALUES (3, 'A', 1);
^^^^^^^
INSERT INTO badges SET id = 3, code = 'A', uses = 4 ON DUPLICATE KEY UPDATE uses = 4;
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: one key, nothing changed, unknown tables, other conflicts
-- given:
CREATE TABLE badges (id bigint AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL UNIQUE, uses int NOT NULL);
-- sql:
INSERT INTO badges (code, uses) VALUES ('A', 1) ON DUPLICATE KEY UPDATE uses = uses + 1;
INSERT INTO badges (id, code, uses) VALUES (3, 'A', 1) ON DUPLICATE KEY UPDATE id = id;
INSERT IGNORE INTO badges (id, code, uses) VALUES (3, 'A', 1);
REPLACE INTO badges (code, uses) VALUES ('A', 1);

-- good, mysql only: a table that the history does not know
INSERT INTO elsewhere (id, code) VALUES (3, 'A') ON DUPLICATE KEY UPDATE code = 'b';
