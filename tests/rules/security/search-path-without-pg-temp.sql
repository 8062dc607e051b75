-- bad: TO, several schemas, pg_temp in front, strings, the empty path
CREATE FUNCTION a() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path TO app, public AS $$ SELECT count(*) FROM orders $$;
                                                                                    ^^^^^^^^^^^
CREATE FUNCTION b() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN UPDATE orders SET total = 1 WHERE id = 1; END $$ SET search_path = 'pg_temp', 'public';
                                                                                                                                                  ^^^^^^^^^^^^^^^^^^^
CREATE PROCEDURE c() LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$ BEGIN INSERT INTO orders (id) VALUES (1); END $$;
                                                                         ^^
-- fixed:
CREATE FUNCTION a() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path TO app, public, pg_temp AS $$ SELECT count(*) FROM orders $$;
CREATE FUNCTION b() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN UPDATE orders SET total = 1 WHERE id = 1; END $$ SET search_path = 'pg_temp', 'public';
CREATE PROCEDURE c() LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$ BEGIN INSERT INTO orders (id) VALUES (1); END $$;

-- good: pg_temp last, qualified names, no relations, the rights of the caller, FROM CURRENT
CREATE FUNCTION a() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, 'pg_temp' AS $$ SELECT count(*) FROM orders $$;
CREATE FUNCTION b() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT count(*) FROM public.orders AS o JOIN app.users AS u ON u.id = o.id $$;
CREATE FUNCTION c(a date) RETURNS numeric LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT extract(year FROM a) $$;
CREATE FUNCTION d() RETURNS bigint LANGUAGE sql SET search_path = public AS $$ SELECT count(*) FROM orders $$;
CREATE FUNCTION e() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$ SELECT count(*) FROM orders $$;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN NEW.x := 1; RETURN NEW; END $$;
CREATE FUNCTION g() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ WITH x AS (SELECT id FROM public.orders) SELECT count(*) FROM x $$;
CREATE FUNCTION h() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT n FROM generate_series(1, 2) AS n $$;
