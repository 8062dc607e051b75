-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE images (id int PRIMARY KEY, imageable_type varchar(20) NOT NULL, imageable_id int NOT NULL);
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a name of a table, capitals inside
CREATE TABLE marks (id bigint PRIMARY KEY, table_name text NOT NULL, record_id bigint NOT NULL, "ownerType" text, "ownerId" bigint);
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^                    ^^^^^^^^^^^^^^^^
-- good: logs, a foreign key, a number for the type
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE activity_log (id bigint PRIMARY KEY, subject_type text, subject_id bigint);
CREATE TABLE notifications (id bigint PRIMARY KEY, subject_type text, subject_id bigint);
CREATE TABLE pets (id bigint PRIMARY KEY, owner_type text, owner_id bigint REFERENCES owners (id));
-- good, mysql, mariadb, sqlite: no type
CREATE TABLE images (id int PRIMARY KEY, owner_id int NOT NULL);
-- good: the key of the table itself
CREATE TABLE labels (label_id bigint PRIMARY KEY, label_type text NOT NULL);
