-- bad: not known
ALTER SCHEMA billing RENAME TO finance;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
