-- bad: one finding for each statement
CREATE TABLE "User" (id bigint PRIMARY KEY, "createdAt" date, updatedAt date, CONSTRAINT "User_check" CHECK (id > 0));
             ^^^^^^                                           ^^^^^^^^^
ALTER TABLE users RENAME COLUMN name TO fullName;
                                        ^^^^^^^^
-- bad: an ORM gives the quoted names
-- option quoted: false
CREATE TABLE "User" (id bigint PRIMARY KEY, updatedAt date);
                                            ^^^^^^^^^
-- good: capitals throughout, references, quotes without capitals
CREATE TABLE USERS (ID BIGINT PRIMARY KEY, "name" text);
ALTER TABLE "User" DROP COLUMN "createdAt";
CREATE INDEX users_name_idx ON "User" ("fullName");

-- bad, mysql: tables are files
CREATE TABLE OrderItems (id bigint PRIMARY KEY, createdAt datetime NOT NULL);
             ^^^^^^^^^^

-- good, mysql: columns have no case
CREATE TABLE order_items (ID bigint PRIMARY KEY, createdAt datetime NOT NULL);

-- bad, mysql: columns with the option
-- option caseless: true
CREATE TABLE OrderItems (id bigint PRIMARY KEY, createdAt datetime NOT NULL, ID2 int);
             ^^^^^^^^^^                         ^^^^^^^^^

-- bad, sqlite: the option
-- option caseless: true
CREATE TABLE OrderItems (id integer PRIMARY KEY, createdAt text NOT NULL, Name text);
             ^^^^^^^^^^                          ^^^^^^^^^

-- good, sqlite: capitals make no difference
CREATE TABLE OrderItems (id integer PRIMARY KEY, createdAt text NOT NULL);

-- good: a capital at the beginning only
CREATE TABLE Users (Id bigint PRIMARY KEY, Name text);
