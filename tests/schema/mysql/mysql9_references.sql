CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES parents);
