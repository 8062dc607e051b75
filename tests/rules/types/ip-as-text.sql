-- bad: names with more words, later
CREATE TABLE a (id bigint PRIMARY KEY, last_login_ip varchar(45), "clientAddr" text, ip text);
                                                     ^^^^^^^^^^^               ^^^^     ^^^^
ALTER TABLE a ADD COLUMN remote_addr text;
                                     ^^^^
-- good: hashes, names of hosts, other words, the right type
CREATE TABLE a (id bigint PRIMARY KEY, ip_hash text, ip_country text, host text, ship text, zip text, ip inet);
-- bad, mysql, mariadb: text
CREATE TABLE a (id int PRIMARY KEY, ip_address varchar(45));
                                               ^^^^^^^^^^^
-- good, mysql, mariadb: bytes
CREATE TABLE a (id int PRIMARY KEY, ip_address varbinary(16));
