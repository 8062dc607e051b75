-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE depots (id int PRIMARY KEY, name varchar(20) NOT NULL, email varchar(40));
CREATE TABLE vans (id int PRIMARY KEY, depot_id int NOT NULL, depot_email varchar(40), FOREIGN KEY (depot_id) REFERENCES depots (id));
                                                              ^^^^^^^^^^^^^^^^^^^^^^^
-- good: copies of a moment, other words, who did it
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), user_name text);
CREATE TABLE audit_log (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), user_name text);
CREATE TABLE trips (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), created_by_name text, user_agent text, user_role text);
CREATE TABLE dim_trip (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), user_name text);
CREATE TABLE notes (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), user_name text);
COMMENT ON COLUMN notes.user_name IS 'snapshot, for deleted users';
-- good, mysql, mariadb, sqlite: not there
CREATE TABLE depots (id int PRIMARY KEY, size int);
CREATE TABLE vans (id int PRIMARY KEY, depot_id int NOT NULL, depot_name varchar(20), FOREIGN KEY (depot_id) REFERENCES depots (id));
