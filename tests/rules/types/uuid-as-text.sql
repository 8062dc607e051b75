-- bad: by name, by length, by default
CREATE TABLE a (id bigint PRIMARY KEY, "deviceUuid" text, x varchar(36), y text DEFAULT gen_random_uuid()::text);
                                                    ^^^^    ^^^^^^^^^^^    ^^^^
-- good: other lengths, other systems
CREATE TABLE a (id uuid PRIMARY KEY, external_guid text, name varchar(40), request_uuid varchar(36));
-- bad, mysql, mariadb: a key
CREATE TABLE a (id char(36) PRIMARY KEY);
                   ^^^^^^^^
-- good, mysql, mariadb: bytes
CREATE TABLE a (id binary(16) PRIMARY KEY, name varchar(40));
