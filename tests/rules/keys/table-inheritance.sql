-- bad: later, from two
CREATE TABLE vehicles (id bigint PRIMARY KEY);
CREATE TABLE goods (weight int);
CREATE TABLE trucks (payload int) INHERITS (vehicles, goods);
             ^^^^^^
CREATE TABLE cars (id bigint PRIMARY KEY);
ALTER TABLE cars INHERIT vehicles;
                 ^^^^^^^^^^^^^^^^
-- good: partitions, and the end of it
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events DEFAULT;
ALTER TABLE cars NO INHERIT vehicles;
