CREATE TABLE t (id int PRIMARY KEY, a int);
SET @missing := (SELECT count(*) = 0 FROM information_schema.statistics WHERE table_schema = database() AND index_name = 'by_a');
SET @text := IF(@missing, 'CREATE INDEX by_a ON t (a)', 'SELECT 1');
PREPARE statement FROM @text;
-- show: prepared
EXECUTE statement;
DEALLOCATE PREPARE statement;
PREPARE other FROM 'ALTER TABLE t ADD COLUMN b int';
EXECUTE other;
SET @built = CONCAT('ALTER TABLE t ADD COLUMN ', 'c int');
PREPARE other FROM @built;
SET @name = "t", @column = 'd';
SET @maybe = (SELECT IF((SELECT count(*) FROM t) > 0, 'SELECT 1', CONCAT("ALTER TABLE ", @name, " ADD ", @column, " int AFTER id")));
PREPARE built FROM @maybe;
EXECUTE built;
SET @name = 5;
