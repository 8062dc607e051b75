-- bad, mysql, shop: a precision, INSERT
INSERT INTO users (email, created_at) VALUES ('a', SYSDATE(0));
                                                   ^^^^^^^
-- fixed:
INSERT INTO users (email, created_at) VALUES ('a', NOW(0));
