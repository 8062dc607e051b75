-- bad: a script that starts from nothing says so (info)
DROP DATABASE IF EXISTS shop;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE DATABASE shop;
-- good: its own
CREATE DATABASE a;
DROP DATABASE a;

-- bad, mysql: MySQL
-- given:
CREATE DATABASE shop;
-- sql:
DROP DATABASE shop;
^^^^^^^^^^^^^^^^^^

-- bad, mysql: MySQL has two names for it
-- given:
CREATE SCHEMA shop;
-- sql:
DROP SCHEMA IF EXISTS shop;
^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: a database of the file
CREATE DATABASE shop_test;
DROP DATABASE shop_test;
