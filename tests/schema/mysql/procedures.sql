CREATE TABLE t (id int PRIMARY KEY, a int);
DELIMITER //
CREATE PROCEDURE add_columns()
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'b') THEN
        ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 0 AFTER id;
    END IF;
    CREATE INDEX by_a ON t (a);
    CREATE TABLE made (id int PRIMARY KEY);
END//
DELIMITER ;
-- show: defined
CALL add_columns();
-- show: called
DROP PROCEDURE add_columns;
CREATE PROCEDURE drop_column() ALTER TABLE t DROP COLUMN a;
CALL drop_column;
DROP PROCEDURE IF EXISTS drop_column;
-- show: without them
DELIMITER $$
CREATE PROCEDURE drop_index(IN the_table varchar(64), IN the_index varchar(64))
BEGIN
    SET @text = CONCAT('ALTER TABLE ', the_table, ' DROP INDEX ', the_index, ';');
    PREPARE statement FROM @text;
    EXECUTE statement;
END$$
DELIMITER ;
CREATE INDEX by_b ON t (b);
CREATE INDEX by_b_too ON t (b);
CALL drop_index('t', 'by_b');
