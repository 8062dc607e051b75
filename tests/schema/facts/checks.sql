CREATE TABLE t (
    plain int CHECK (plain IS NOT NULL),
    "Quoted" int CHECK (("Quoted") IS NOT NULL),
    two int,
    listed int,
    nested int,
    either int,
    positive int CHECK (positive > 0),
    negated int CHECK (NOT negated IS NOT NULL),
    ranged int CHECK (ranged BETWEEN 1 AND 2),
    not_valid int,
    renamed int CHECK (renamed IS NOT NULL),
    words int CHECK (words NOTNULL),
    summed int CHECK (summed + 1 IS NOT NULL),
    CHECK (two IS NOT NULL AND listed IS NOT NULL AND (nested IS NOT NULL AND (two > 0))),
    CHECK (either IS NOT NULL OR two IS NOT NULL)
);
ALTER TABLE t ADD CONSTRAINT later CHECK (not_valid IS NOT NULL) NOT VALID;
ALTER TABLE t RENAME COLUMN renamed TO "Order";
