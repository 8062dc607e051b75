-- bad: stars, expressions and numbers beyond the list have no fix
SELECT *, a FROM t ORDER BY 2;
                            ^
SELECT a + 1 FROM t ORDER BY 1;
                             ^
SELECT a FROM t ORDER BY 7;
                         ^

-- bad: a name that two columns have has no fix
SELECT a AS x, b AS x FROM t ORDER BY 1;
                                      ^

-- bad: set operations are sorted by names
SELECT t.a, b AS "B" FROM t UNION SELECT c, d FROM u ORDER BY 1, 2 DESC NULLS LAST;
                                                              ^  ^
-- fixed:
SELECT t.a, b AS "B" FROM t UNION SELECT c, d FROM u ORDER BY a, "B" DESC NULLS LAST;

-- good: constants inside windows and aggregates, parameters
SELECT row_number() OVER (ORDER BY 1), array_agg(a ORDER BY 1) FROM t;
SELECT a FROM t ORDER BY $1;

-- bad, mysql, sqlite, shop: other engines
SELECT name, price FROM products ORDER BY 2 DESC;
                                          ^
-- fixed:
SELECT name, price FROM products ORDER BY price DESC;

-- good, mysql, sqlite, shop: other engines
SELECT name, price FROM products ORDER BY price DESC;
