-- bad: a string of format
CREATE FUNCTION rename_person(n text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('UPDATE people SET name = ''%s'' WHERE id = 1', n);
                                                                   ^
END $$;
-- fixed:
CREATE FUNCTION rename_person(n text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('UPDATE people SET name = %L WHERE id = 1', n);
END $$;

-- bad: names of format
CREATE PROCEDURE copy_table(old text, new text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %2$s (LIKE "%1$s")', old, new);
                                                           ^^^
END $$;
-- fixed:
CREATE PROCEDURE copy_table(old text, new text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %2$I (LIKE %1$I)', old, new);
END $$;

-- bad: a part of a name, which no small edit quotes
CREATE FUNCTION make_part(day text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE part_%s (LIKE people)', day);
                                                         ^^^
    EXECUTE 'DROP TABLE part_' || day || '_old';
                                  ^^^
END $$;

-- bad: what a query finds goes into a name, in a loop
DO $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'old' LOOP
        EXECUTE 'DROP TABLE old.' || r.tablename;
                                     ^^^^^^^^^^^
        EXECUTE 'ANALYZE ' || quote_ident(r.tablename);
    END LOOP;
END $$;

-- bad: the text is built piece by piece in a variable
CREATE FUNCTION search(word text, most int) RETURNS SETOF people LANGUAGE plpgsql AS $$
DECLARE
    query text := 'SELECT * FROM people';
    filter text;
BEGIN
    IF word IS NOT NULL THEN
        filter := ' WHERE name LIKE ''%' || word || '%''';
                                            ^^^^
        query := query || filter;
    END IF;
    query := query || ' LIMIT ' || most;
    RETURN QUERY EXECUTE query;
END $$;

-- bad: a condition handed over as text, an argument without a name, loops and cursors
CREATE FUNCTION count_people(text, condition text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    total int;
    c refcursor;
    r record;
BEGIN
    EXECUTE 'SELECT count(*) FROM people WHERE ' || condition INTO total;
                                                    ^^^^^^^^^
    OPEN c FOR EXECUTE 'SELECT 1 FROM ' || $1;
                                           ^^
    FOR r IN EXECUTE concat('SELECT 1 FROM people WHERE name = ', lower($1)) LOOP
                                                                  ^^^^^^^^^
        total := total + 1;
    END LOOP;
    RETURN total;
END $$;
-- fixed:
CREATE FUNCTION count_people(text, condition text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    total int;
    c refcursor;
    r record;
BEGIN
    EXECUTE 'SELECT count(*) FROM people WHERE ' || condition INTO total;
    OPEN c FOR EXECUTE 'SELECT 1 FROM ' || quote_ident($1);
    FOR r IN EXECUTE concat('SELECT 1 FROM people WHERE name = ', quote_literal(lower($1))) LOOP
        total := total + 1;
    END LOOP;
    RETURN total;
END $$;

-- bad: a body in single quotes
CREATE FUNCTION drop_it(t text) RETURNS void LANGUAGE plpgsql AS '
BEGIN
    EXECUTE ''DROP TABLE '' || t;
                               ^
END ';

-- good: constants, quoting functions, bound values
CREATE FUNCTION safe(n text, t text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    suffix constant text := '_old';
BEGIN
    EXECUTE 'DROP TABLE IF EXISTS people' || suffix;
    EXECUTE 'UPDATE ' || quote_ident(t) || ' SET name = ' || quote_nullable(n);
    EXECUTE format('UPDATE %I SET name = %L', t, n);
    EXECUTE format('UPDATE %1$I SET name = %2$L', t, n) || ' WHERE id = 1';
    EXECUTE 'UPDATE people SET name = $1' USING n;
    RAISE NOTICE 'did %', 'this ' || n;
END $$;

-- good: types that hold nothing dangerous
CREATE FUNCTION plain(id bigint, rel regclass, at date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    i int;
BEGIN
    EXECUTE 'DELETE FROM ' || rel || ' WHERE id = ' || id;
    EXECUTE format('DELETE FROM %s WHERE at < ''%s''', rel, at);
    EXECUTE format('SELECT 1 FROM %s', 'people'::regclass);
    FOR i IN 1..4 LOOP
        EXECUTE 'CREATE TABLE part_' || i || ' (id int)';
    END LOOP;
END $$;

-- good: a trigger names its own table
CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'ANALYZE ' || TG_TABLE_NAME;
    RETURN NEW;
END $$;

-- good: only literals, or checked against them
CREATE FUNCTION sorted(direction text, kind text) RETURNS SETOF people LANGUAGE plpgsql AS $$
DECLARE
    t text;
    way text;
BEGIN
    IF direction NOT IN ('asc', 'desc') OR kind !~ '^[a-z]+$' THEN
        RAISE EXCEPTION 'no such direction';
    END IF;
    way := CASE WHEN direction = 'asc' THEN 'ASC' ELSE 'DESC' END;
    FOREACH t IN ARRAY ARRAY['a', 'b'] LOOP
        EXECUTE 'ANALYZE ' || t;
    END LOOP;
    RETURN QUERY EXECUTE 'SELECT * FROM people ORDER BY ' || kind || ' ' || direction || way;
END $$;

-- good: the whole statement is handed over
CREATE FUNCTION run(statement text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
END $$;

-- good: GRANT EXECUTE and triggers are not dynamic
CREATE FUNCTION nothing() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    GRANT EXECUTE ON FUNCTION nothing() TO CURRENT_USER;
END $$;

-- bad, mysql, mariadb: CONCAT with an argument
CREATE PROCEDURE find_people(IN n VARCHAR(80))
BEGIN
    SET @q = CONCAT('SELECT * FROM people WHERE name = ''', n, ''' LIMIT 9');
                                                            ^
    PREPARE s FROM @q;
    EXECUTE s;
    DEALLOCATE PREPARE s;
END;
-- fixed:
CREATE PROCEDURE find_people(IN n VARCHAR(80))
BEGIN
    SET @q = CONCAT('SELECT * FROM people WHERE name = ', QUOTE(n), ' LIMIT 9');
    PREPARE s FROM @q;
    EXECUTE s;
    DEALLOCATE PREPARE s;
END;

-- bad, mysql, mariadb: a name in double quotes, through another variable
CREATE PROCEDURE empty_table(t VARCHAR(64))
BEGIN
    SET @t = t;
    SET @q = CONCAT("DELETE FROM ", @t, " WHERE id > 1");
                                    ^^
    PREPARE s FROM @q;
    EXECUTE s;
END;

-- good, mysql, mariadb: bound, quoted, plain
CREATE PROCEDURE find_people(IN n VARCHAR(80), IN most INT)
BEGIN
    SET @n = n;
    PREPARE s FROM 'SELECT * FROM people WHERE name = ?';
    EXECUTE s USING @n;
    SET @q = CONCAT('SELECT * FROM people WHERE name = ', QUOTE(n), ' LIMIT ', most);
    PREPARE s FROM @q;
    EXECUTE s;
END;

-- bad: names of tables, in LIKE of CREATE TABLE too
CREATE FUNCTION copy_table(target text, source text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I (LIKE %s INCLUDING INDEXES)', target, source);
                                                                          ^^^^^^
END $$;
-- fixed:
CREATE FUNCTION copy_table(target text, source text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING INDEXES)', target, source);
END $$;

-- bad: a value in a string of a program
-- file: app.py
cur.execute(f"SELECT id FROM people WHERE name = '{name}'")
                                                  ^^^^^^

-- bad: a value behind a string of a program
-- file: app.py
cur.execute("SELECT id FROM people WHERE id = " + request.id)
                                                  ^^^^^^^^^^

-- bad: a name in a statement that changes the schema
-- file: app.py
cur.execute(f"ALTER TABLE {table} ADD COLUMN note text")
                          ^^^^^^^

-- good: placeholders, constants, quoted values and numbers in a program
-- file: app.py
cur.execute("SELECT id FROM people WHERE name = %s", (name,))
cur.execute(f"SELECT id FROM {TABLE} WHERE name = {quote_literal(name)}")
cur.execute(f"SELECT id FROM people WHERE id IN ({placeholders})")
cur.execute(f"SELECT id FROM people WHERE id = ${number}")

-- good: a tag that binds
-- file: app.ts
const rows = await sql`SELECT id FROM people WHERE name = ${name}`;

-- good: what is only shown
-- file: app.py
logger.info(f"SELECT id FROM people WHERE name = '{name}'")

-- bad, sqlite: a value in a string of a program
-- file: dao.kt
db.execSQL("UPDATE notes SET body = '" + body + "' WHERE id = 7")
                                         ^^^^

-- bad, sqlite: a template in a query of a program
-- file: dao.kt
db.rawQuery("SELECT id FROM notes WHERE title = '$title'", null)
                                                 ^^^^^^

-- good, sqlite: bound values
-- file: dao.kt
db.execSQL("UPDATE notes SET body = ? WHERE id = ?", arrayOf(body, id))

-- bad: a field of the row of a trigger
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'INSERT INTO log (name) VALUES (''' || NEW.name || ''')';
                                                   ^^^^^^^^
    RETURN NEW;
END $$;
-- fixed:
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'INSERT INTO log (name) VALUES (' || quote_literal(NEW.name) || ')';
    RETURN NEW;
END $$;

-- bad: a call of a program in a template
CREATE INDEX ${index} ON ${table} (${columns.join(', ')});
                                   ^^^^^^^^^^^^^^^^^^^^^

-- good: what migration tools fill in
CREATE INDEX ${prefix}_made ON ${schema}.orders (made);
