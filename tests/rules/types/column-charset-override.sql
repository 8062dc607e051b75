-- bad, mysql, mariadb: a collation, in the table and added later
CREATE TABLE city (
    id BIGINT PRIMARY KEY,
    name VARCHAR(80) COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'x',
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^
    note TEXT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE city ADD region VARCHAR(40) CHARACTER SET utf8 COLLATE utf8_unicode_ci NULL;
                                        ^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE city (
    id BIGINT PRIMARY KEY,
    name VARCHAR(80) NOT NULL DEFAULT 'x',
    note TEXT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE city ADD region VARCHAR(40) NULL;

-- bad, mysql, mariadb: a column defined anew
-- given:
CREATE TABLE city (id BIGINT PRIMARY KEY, name VARCHAR(80) NOT NULL) COLLATE=utf8mb4_unicode_ci;
-- sql:
ALTER TABLE city MODIFY name VARCHAR(80) CHARACTER SET latin1 NOT NULL;
                                         ^^^^^^^^^^^^^^^^^^^^

-- bad, mysql, mariadb: a table that says nothing, when asked for
-- option strict: true
CREATE TABLE city (id BIGINT PRIMARY KEY, name VARCHAR(80) CHARACTER SET utf8mb4 NOT NULL);
                                                           ^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE city (id BIGINT PRIMARY KEY, name VARCHAR(80) NOT NULL);

-- good, mysql, mariadb: a table that says nothing
CREATE TABLE city (id BIGINT PRIMARY KEY, name VARCHAR(80) CHARACTER SET utf8mb4 NOT NULL);

-- good, mysql, mariadb: on purpose
CREATE TABLE city (
    id BIGINT PRIMARY KEY,
    tag VARCHAR(80) COLLATE utf8mb4_bin,
    uuid CHAR(36) CHARACTER SET ascii,
    country_code CHAR(2) CHARACTER SET latin1,
    raw VARCHAR(80) CHARACTER SET binary,
    note TEXT
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE account (
    id BIGINT PRIMARY KEY,
    user_name VARCHAR(80) COLLATE utf8mb4_general_ci
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- good, mysql, mariadb: the collation of the table is not known
CREATE TABLE city (id BIGINT PRIMARY KEY, name VARCHAR(80) COLLATE utf8mb4_general_ci) DEFAULT CHARSET=utf8mb4;


-- bad, mysql, mariadb: a narrower one
CREATE TABLE city (
    id BIGINT PRIMARY KEY,
    name VARCHAR(80) CHARSET utf8 NOT NULL,
                     ^^^^^^^^^^^^
    kind ENUM('x', 'y') CHARACTER SET latin1 NOT NULL
                        ^^^^^^^^^^^^^^^^^^^^
) DEFAULT CHARSET=utf8mb4;
-- fixed:
CREATE TABLE city (
    id BIGINT PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    kind ENUM('x', 'y') NOT NULL
) DEFAULT CHARSET=utf8mb4;
