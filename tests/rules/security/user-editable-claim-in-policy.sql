-- bad: the setting, the table of users, a path, ALTER POLICY
CREATE POLICY a ON t USING ((current_setting('request.jwt.claims')::jsonb -> 'user_metadata' ->> 'org') = org);
                                                                             ^^^^^^^^^^^^^^^
CREATE POLICY b ON t USING (EXISTS (SELECT 1 FROM auth.users AS u WHERE u.raw_user_meta_data ->> 'role' = 'admin'));
                                                                          ^^^^^^^^^^^^^^^^^^
CREATE POLICY c ON t USING ((auth.jwt() #>> '{user_metadata,role}') = 'admin');
                                            ^^^^^^^^^^^^^^^^^^^^^^
ALTER POLICY c ON t WITH CHECK ((auth.jwt() -> 'user_metadata' ->> 'role') = 'admin');
                                               ^^^^^^^^^^^^^^^
-- fixed:
CREATE POLICY a ON t USING ((current_setting('request.jwt.claims')::jsonb -> 'app_metadata' ->> 'org') = org);
CREATE POLICY b ON t USING (EXISTS (SELECT 1 FROM auth.users AS u WHERE u.raw_app_meta_data ->> 'role' = 'admin'));
CREATE POLICY c ON t USING ((auth.jwt() #>> '{app_metadata,role}') = 'admin');
ALTER POLICY c ON t WITH CHECK ((auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

-- good: what the server sets, outside of policies, comments, a table's own column
CREATE POLICY a ON t USING ((auth.jwt() -> 'app_metadata' ->> 'role') = 'admin' /* not user_metadata */);
SELECT auth.jwt() -> 'user_metadata' ->> 'name' AS name;
CREATE POLICY b ON t USING (doc -> 'user_metadata' ->> 'x' = 'y');
