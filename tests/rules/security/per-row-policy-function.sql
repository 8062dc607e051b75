-- bad: both conditions, a further operator, ALTER POLICY, a function of the history
CREATE FUNCTION app.me() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT 1::bigint $$;
CREATE POLICY a ON t USING (owner = auth.uid()) WITH CHECK (auth.role() = 'writer');
                                    ^^^^^^^^^^              ^^^^^^^^^^^
CREATE POLICY b ON t USING ((auth.jwt() ->> 'org') = org);
                             ^^^^^^^^^^
ALTER POLICY b ON t USING (owner = app.me());
                                   ^^^^^^^^
-- fixed:
CREATE FUNCTION app.me() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT 1::bigint $$;
CREATE POLICY a ON t USING (owner = (select auth.uid())) WITH CHECK ((select auth.role()) = 'writer');
CREATE POLICY b ON t USING (((select auth.jwt()) ->> 'org') = org);
ALTER POLICY b ON t USING (owner = (select app.me()));

-- good: in a subquery, columns as arguments, cheap words, volatile functions, other functions
CREATE FUNCTION app.roll() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT 1::bigint $$;
CREATE POLICY a ON t USING (owner = (SELECT auth.uid()));
CREATE POLICY b ON t USING (EXISTS (SELECT 1 FROM members AS m WHERE m.user_id = auth.uid() AND m.org = t.org));
CREATE POLICY c ON t USING (owner = current_user AND lower(name) = 'x' AND current_setting(name) = 'y');
CREATE POLICY d ON t USING (owner = app.roll());
