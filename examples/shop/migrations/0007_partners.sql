-- Partners see what was sold through them, and every click on their links is kept.
CREATE TABLE partner_clicks (
    partner text NOT NULL,
    customer_id bigint,
    clicked_at timestamptz
) PARTITION BY RANGE (clicked_at);

CREATE TABLE partner_clicks_2026 PARTITION OF partner_clicks
    FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE partner_logins (
    partner text NOT NULL,
    password text NOT NULL
);

CREATE INDEX partner_clicks_partner_idx ON partner_clicks (partner);
CREATE INDEX partner_clicks_partner_customer_idx ON partner_clicks (partner, customer_id);

ALTER TABLE partner_logins
    ADD CONSTRAINT partner_logins_partner_has_to_be_written_in_lower_case_letters_only
    CHECK (partner = lower(partner));

CREATE VIEW partner_similarity AS
SELECT a.partner, similarity(a.partner, b.partner) AS score
FROM partner_logins AS a
JOIN partner_logins AS b ON b.partner <> a.partner;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;
