-- bad, sqlite, shop: another engine
SELECT user_id, note, count(*) AS n FROM orders GROUP BY user_id;
                ^^^^
-- fixed:
SELECT user_id, note, count(*) AS n FROM orders GROUP BY user_id, note;

-- good, sqlite, shop: the row of the only maximum
SELECT user_id, note, max(total) AS most FROM orders GROUP BY user_id;
SELECT user_id, count(*) AS n FROM orders GROUP BY user_id;

-- bad, mariadb, shop: another engine
SELECT user_id, note, max(total) AS most FROM orders GROUP BY user_id;
                ^^^^
SELECT status, count(*) AS n FROM orders;
       ^^^^^^
-- fixed:
SELECT user_id, note, max(total) AS most FROM orders GROUP BY user_id, note;
SELECT status, count(*) AS n FROM orders;

-- good, mysql, shop: keys, constants, any_value, one row of another table
SELECT id, note, count(*) AS n FROM orders GROUP BY id;
SELECT email, name, count(*) AS n FROM users GROUP BY email;
SELECT status, count(*) AS n FROM orders WHERE status = 'new';
SELECT o.id, u.name, count(*) AS n FROM orders AS o JOIN users AS u ON u.id = o.user_id GROUP BY o.id;

-- good, mysql only, shop: the function for it
SELECT user_id, ANY_VALUE(note) AS note, max(total) AS most FROM orders GROUP BY user_id;

-- bad, shop: ORDER BY, HAVING, expressions, tables the history does not know, no GROUP BY, a joined table
SELECT user_id, count(*) AS n FROM orders GROUP BY user_id ORDER BY created_at;
                                                                    ^^^^^^^^^^
SELECT user_id, count(*) AS n FROM orders GROUP BY user_id HAVING status = 'new';
                                                                  ^^^^^^
SELECT user_id, upper(status) AS s, count(*) AS n FROM orders GROUP BY user_id;
                      ^^^^^^
SELECT team_id, player, max(score) AS best FROM scores GROUP BY team_id;
                ^^^^^^
SELECT player, max(score) AS best FROM scores;
       ^^^^^^
SELECT o.id, u.name, count(*) AS n FROM orders AS o JOIN users AS u ON u.id = o.user_id GROUP BY o.id;
             ^^^^^^
-- fixed:
SELECT user_id, count(*) AS n FROM orders GROUP BY user_id, created_at ORDER BY created_at;
SELECT user_id, count(*) AS n FROM orders GROUP BY user_id, status HAVING status = 'new';
SELECT user_id, upper(status) AS s, count(*) AS n FROM orders GROUP BY user_id, status;
SELECT team_id, player, max(score) AS best FROM scores GROUP BY team_id, player;
SELECT player, max(score) AS best FROM scores;
SELECT o.id, u.name, count(*) AS n FROM orders AS o JOIN users AS u ON u.id = o.user_id GROUP BY o.id, u.name;

-- good, shop: positions, aliases, expressions that are keys, several keys, sets, windows, own aggregates
SELECT status, count(*) AS n FROM orders GROUP BY 1 ORDER BY 2;
SELECT date_trunc('day', created_at) AS day, count(*) AS n FROM orders GROUP BY day ORDER BY day;
SELECT date_trunc('day', created_at)::date AS day, count(*) AS n FROM orders GROUP BY date_trunc('day', created_at);
SELECT orders.status, count(*) AS n FROM orders GROUP BY status;
SELECT status, user_id, count(*) AS n FROM orders GROUP BY ROLLUP (status, user_id);
SELECT status, sum(count(*)) OVER (ORDER BY status) AS n FROM orders GROUP BY status;
SELECT status, my_median(total) AS m FROM orders GROUP BY status;
SELECT status, string_agg(note, ',' ORDER BY created_at) AS notes FROM orders GROUP BY status;
SELECT status, count(*) FILTER (WHERE total > 5) AS n FROM orders GROUP BY status;
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) AS m FROM orders;
SELECT u.id, (SELECT max(o.total) FROM orders AS o WHERE o.user_id = u.id) AS most FROM users AS u;
SELECT u.id, x.n FROM users AS u CROSS JOIN LATERAL (SELECT u.name, count(*) AS n FROM orders AS o WHERE o.user_id = u.id) AS x;
SELECT users.id, users.name, count(*) AS n FROM users JOIN elsewhere USING (id) GROUP BY users.id;
SELECT team_id, max(score) AS best FROM scores GROUP BY team_id;
SELECT t.id, t.name, count(*) AS n FROM teams AS t GROUP BY t.id;
CREATE FUNCTION f(wanted text) RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) + wanted::bigint FROM orders $$;
