"""keys/foreign-key-type-mismatch."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import ColumnType
from sqlreview.schema import Column, Constraint, Table
from sqlreview.schema.loose_references import loose_references
from sqlreview.schema.type_comparison import base_type, is_wider, key_types_match


class ForeignKeyTypeMismatch(Rule[Table]):
    """A foreign-key column has another type than the column it refers to.

    Why: PostgreSQL accepts an integer that refers to a bigint and fails with "out of range" for the first parent beyond
    its reach; text that refers to a number it refuses at once. MySQL and MariaDB refuse any other width or sign of
    integers. SQLite converts values at every comparison.

    Instead: the type of the referenced column; a serial column has the type integer or bigint.
    """

    id = "keys/foreign-key-type-mismatch"
    engines = EVERY_ENGINE
    subsumes = ("types/narrow-integer-key",)
    sources = ("https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",)
    examples = (
        Bad(
            """
            CREATE TABLE owners (id bigint PRIMARY KEY);
            CREATE TABLE pets (id bigint PRIMARY KEY, owner_id integer NOT NULL REFERENCES owners (id));
                                                                                ^^^^^^^^^^^^^^^^^^^^^^
            CREATE INDEX pets_owner_id_idx ON pets (owner_id);
            """,
            fixed="""
            CREATE TABLE owners (id bigint PRIMARY KEY);
            CREATE TABLE pets (id bigint PRIMARY KEY, owner_id bigint NOT NULL REFERENCES owners (id));
            CREATE INDEX pets_owner_id_idx ON pets (owner_id);
            """,
        ),
        Bad(
            """
            ALTER TABLE pets ADD FOREIGN KEY (owner) REFERENCES owners (id);
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE owners (id bigint PRIMARY KEY); CREATE TABLE pets (owner text PRIMARY KEY);",
            sqlstate="42804",
        ),
        Good(
            """
            CREATE TABLE owners (id bigint PRIMARY KEY, short_name varchar(10) NOT NULL UNIQUE);
            CREATE TABLE pets (
                owner_id bigint PRIMARY KEY REFERENCES owners (id),
                owner_name text NOT NULL REFERENCES owners (short_name)
            );
            CREATE INDEX pets_owner_name_idx ON pets (owner_name);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports foreign keys, as they are after the last migration, between columns of different types."""
        for constraint in subject.foreign_keys:
            parent = context.catalog.table_at(constraint.referenced)
            if parent is None or constraint.inherited:
                continue
            for own, wanted in zip(constraint.columns, constraint.referenced_columns, strict=False):
                one, other = subject.column(own), parent.column(wanted)
                if one and other and one.type and other.type:
                    match = key_types_match(one.type, other.type, context.catalog)
                    if match in ("different", "refused"):
                        refused = match == "refused"
                        types = f"`{subject.name}.{own}` is {one.type} but `{parent.name}.{wanted}` is {other.type}"
                        message = f"{types}{f', so {context.product} refuses the foreign key' if refused else ''}."
                        fixes = _fixes(constraint, one, base_type(other.type, context.catalog))
                        mild = context.engine.family == "sqlite" or is_wider(one.type, other.type)
                        severity = Severity.ERROR if refused else Severity.INFO if mild else None
                        yield self.finding(constraint.origin, message, *fixes, severity=severity)
        for column, parent, match in loose_references(subject, context.catalog, context.engine):
            if match != "same":
                types = f"is {column.type} but the key of `{parent.name}` is of another type"
                message = f"`{subject.name}.{column.name}` {types}."
                yield self.finding(column.origin, message, severity=Severity.INFO)


def _fixes(constraint: Constraint, own: Column, wanted: ColumnType) -> tuple[Fix, ...]:
    if own.type is None or own.copied or own.type_origin or constraint.origin.statement != own.origin.statement:
        return ()
    return (Fix("Use the type it refers to", (Edit.replace(own.type.span, str(wanted)),), FixKind.UNSAFE),)
