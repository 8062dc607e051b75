-- bad, mysql, sqlite, shop: other engines
SELECT o.id, o.total FROM orders AS o LEFT JOIN users AS u ON u.id = o.user_id ORDER BY o.id;
                                                ^^^^^^^^^^
-- fixed:
SELECT o.id, o.total FROM orders AS o ORDER BY o.id;

-- good, mysql, sqlite, shop: other engines
SELECT o.id, u.name FROM orders AS o LEFT JOIN users AS u ON u.id = o.user_id ORDER BY o.id;

-- bad: tables the history does not know, a derived table, aggregates of others, a further condition in ON
SELECT b.id FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id AND l.returned IS NULL;
                                      ^^^^^^^^^^
SELECT b.id, sum(b.price) FROM books AS b LEFT JOIN (SELECT book_id FROM loans) AS l ON l.book_id = b.id GROUP BY b.id;
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT DISTINCT b.id FROM books AS b LEFT OUTER JOIN loans ON loans.book_id = b.id;
                                                     ^^^^^

-- good: inner joins filter, stars, later conditions, subqueries, other clauses
SELECT b.id FROM books AS b JOIN loans AS l ON l.book_id = b.id;
SELECT * FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id;
SELECT l.* FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id;
SELECT b.id FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id JOIN people AS p ON p.id = l.person_id;
SELECT b.id, (SELECT max(x.at) FROM x WHERE x.loan_id = l.id) AS last FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id;
SELECT b.id FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id WHERE l.id IS NULL;
SELECT b.id FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id GROUP BY b.id HAVING max(l.at) > $1;
SELECT b.id FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id ORDER BY l.at;
SELECT b.id FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id FOR UPDATE OF l;
SELECT b.id, to_jsonb(l) AS loan FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id;
SELECT b.id, x.v FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id LEFT JOIN LATERAL (SELECT l.at AS v) AS x ON true;

-- good: names that may be its columns, rows that are counted, LATERAL
SELECT b.id, title FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id;
SELECT count(*) FROM books AS b LEFT JOIN loans AS l ON l.book_id = b.id;
SELECT b.id FROM books AS b LEFT JOIN LATERAL unnest(b.tags) AS t ON true;
