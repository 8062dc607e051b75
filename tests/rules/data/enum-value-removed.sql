-- bad, mysql: no list any more
-- given:
CREATE TABLE moods (id bigint PRIMARY KEY, felt ENUM('sad', 'ok'));
INSERT INTO moods (id, felt) VALUES (1, 'sad');
-- sql:
ALTER TABLE moods MODIFY felt int;
                              ^^^
-- good, mysql: longer, in another case, as text
-- given:
CREATE TABLE moods (id bigint PRIMARY KEY, felt ENUM('sad', 'ok'), before_that SET('sad', 'ok'));
-- sql:
ALTER TABLE moods MODIFY felt ENUM('Sad', 'ok', 'happy');
ALTER TABLE moods MODIFY before_that varchar(20);
-- good, mysql: the old list is not known
-- given:
CREATE TABLE moods (id bigint PRIMARY KEY, felt varchar(20));
-- sql:
ALTER TABLE moods MODIFY felt ENUM('sad');
