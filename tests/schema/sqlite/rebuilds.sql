CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT, bio TEXT, age INTEGER);
CREATE TABLE books (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES authors (id),
    parent_id INTEGER REFERENCES books (id),
    title TEXT
);
CREATE INDEX books_title ON books (title);
CREATE INDEX authors_name ON authors (name);
CREATE TRIGGER authors_gone AFTER DELETE ON authors BEGIN DELETE FROM books WHERE author_id = old.id; END;
INSERT INTO authors (name) VALUES ('a');
-- show: before
-- next run
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE new_authors (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, age INTEGER, added TEXT DEFAULT 'x');
INSERT INTO new_authors (id, full_name, age) SELECT id, coalesce(name, ''), age FROM authors;
-- show: filled
DROP TABLE authors;
-- show: dropped
ALTER TABLE new_authors RENAME TO authors;
CREATE INDEX authors_name ON authors (full_name);
COMMIT;
PRAGMA foreign_keys = ON;
-- show: rebuilt
-- next run
PRAGMA legacy_alter_table = ON;
PRAGMA foreign_keys = OFF;
ALTER TABLE books RENAME TO _books_old;
CREATE TABLE books (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES books (id),
    title TEXT UNIQUE
);
INSERT INTO books SELECT * FROM _books_old;
DROP TABLE _books_old;
-- show: rebuilt the other way
-- next run
PRAGMA legacy_alter_table = OFF;
CREATE TABLE `__new_books` (`id` integer PRIMARY KEY NOT NULL, `title` text UNIQUE, `parent` integer REFERENCES `__new_books`(`id`));
INSERT INTO `__new_books`("id", "title", "parent") SELECT "id", "title", "parent_id" FROM `books` WHERE "title" <> '';
DROP TABLE `books`;
ALTER TABLE `__new_books` RENAME TO `books`;
-- show: with fewer rows and columns
-- next run
CREATE TEMP TABLE backup AS SELECT id, full_name, age FROM authors;
DROP TABLE authors;
CREATE TABLE authors (id INTEGER PRIMARY KEY, full_name TEXT, age TEXT);
INSERT INTO authors SELECT id, full_name, age FROM backup;
DROP TABLE backup;
