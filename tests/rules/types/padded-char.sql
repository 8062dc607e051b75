-- bad: the standard's spellings
CREATE TABLE people (a CHARACTER(41), b nchar(5), c national character(7));
                       ^^^^^^^^^^^^^
                                        ^^^^^^^^
                                                    ^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE people (a VARCHAR(41), b varchar(5), c varchar(7));
-- bad: a code of more than twenty characters
CREATE TABLE goods (code char(41));
                         ^^^^^^^^
-- fixed:
CREATE TABLE goods (code varchar(41));
-- good: flags, codes, digests and what a dump writes
CREATE TABLE goods (is_open char, sold char(1), currency char(3), iso_2 char(2), state_code char(2));
CREATE TABLE files (content_hash char(64), md5 char(32), sha256 char(64), owner_uuid char(36), old bpchar);
-- good: varying types
CREATE TABLE people (name varchar(30), nickname character varying(30));
-- good: named in the options
-- option fixed_length: ["ean"]
CREATE TABLE goods (ean char(13));

-- bad, mysql: long ones on MySQL
CREATE TABLE people (id bigint PRIMARY KEY, nickname char(30) NOT NULL);
                                                     ^^^^^^^^
-- fixed:
CREATE TABLE people (id bigint PRIMARY KEY, nickname varchar(30) NOT NULL);

-- good, mysql: short ones on MySQL
CREATE TABLE people (id bigint PRIMARY KEY, nickname char(10) NOT NULL, uuid char(36) NOT NULL);
-- bad: as long as a digest, but a name
CREATE TABLE t (id bigint PRIMARY KEY, name char(40), fingerprint char(40), token char(64));
                                            ^^^^^^^^
-- fixed:
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(40), fingerprint char(40), token char(64));
