-- bad: a script that starts from nothing says so (info)
DROP DATABASE IF EXISTS shop;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE DATABASE shop;
-- good: its own
CREATE DATABASE a;
DROP DATABASE a;
