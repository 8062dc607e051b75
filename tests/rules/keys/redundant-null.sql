-- bad: before a default, added later
CREATE TABLE cups (id bigint PRIMARY KEY, colour text NULL DEFAULT 'red');
                                                      ^^^^
ALTER TABLE cups ADD COLUMN size int NULL;
                                     ^^^^
-- fixed:
CREATE TABLE cups (id bigint PRIMARY KEY, colour text DEFAULT 'red');
ALTER TABLE cups ADD COLUMN size int;

-- good: a default of NULL, NOT NULL
CREATE TABLE cups (id bigint PRIMARY KEY, colour text DEFAULT NULL, size int NOT NULL);
