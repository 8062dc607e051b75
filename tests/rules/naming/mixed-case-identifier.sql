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
