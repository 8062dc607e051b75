-- bad, mysql, sqlite: other engines
CREATE TABLE ship (id bigint, name varchar(20), PRIMARY KEY (id));
                   ^^

-- good, mysql, sqlite: other engines
CREATE TABLE ship (ship_id bigint PRIMARY KEY, id bigint);

-- good: several columns, temporary tables
CREATE TABLE ship (id bigint, line bigint, PRIMARY KEY (id, line));
CREATE TEMP TABLE work (id bigint PRIMARY KEY);
