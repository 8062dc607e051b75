-- bad, mysql, mariadb, sqlite: by name, without a foreign key
CREATE TABLE courses (id int PRIMARY KEY, level int);
CREATE TABLE enrolments (student_id int, course_id int, course_level int, PRIMARY KEY (student_id, course_id));
                                                        ^^^^^^^^^^^^^^^^
-- good: facts of the pair, copies of a moment, a key of one column
CREATE TABLE products (id bigint PRIMARY KEY, name text NOT NULL, price int);
CREATE TABLE carts (id bigint PRIMARY KEY);
CREATE TABLE cart_items (cart_id bigint REFERENCES carts (id), product_id bigint REFERENCES products (id), product_name text, unit_price int, PRIMARY KEY (cart_id, product_id));
CREATE TABLE cart_products (cart_id bigint REFERENCES carts (id), product_id bigint REFERENCES products (id), quantity int, PRIMARY KEY (cart_id, product_id));
-- good, mysql, mariadb, sqlite: the attribute is not there
CREATE TABLE courses (id int PRIMARY KEY, title varchar(20));
CREATE TABLE enrolments (student_id int, course_id int, course_level int, PRIMARY KEY (student_id, course_id));
