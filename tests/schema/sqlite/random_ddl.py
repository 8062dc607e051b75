"""Random DDL of SQLite over a few names; what SQLite refuses tells nothing, what it accepts has to be folded."""

from __future__ import annotations

from random import Random

_TABLES = ("t", "u", "Orders", "order items", "new_t", "t_new", "_t_old", "V")
_COLUMNS = ("id", "a", "B", "c d", "e")
_TYPES = (
    "INTEGER",
    "INT",
    "TEXT",
    "VARCHAR(10)",
    "",
    "REAL",
    "unsigned big int",
    "BLOB",
    "decimal(10, 2)",
    "integer(3)",
)
_STRICT_TYPES = ("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY")
_DEFAULTS = ("1", "-2", "'x'", "(1 + 2)", "CURRENT_TIMESTAMP", "NULL", "TRUE", '"y"')
_KEYS = ("id", "a, B", "B COLLATE NOCASE DESC", "e", "id DESC, a COLLATE BINARY", "lower(a)", "B + 1 DESC")
_SESSION = (
    *("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT a", "RELEASE a", "ROLLBACK TO a", "SAVEPOINT b", "RELEASE b"),
    *("END TRANSACTION", "BEGIN IMMEDIATE", "PRAGMA foreign_keys = on", "PRAGMA foreign_keys = off"),
    *("PRAGMA legacy_alter_table = on", "PRAGMA legacy_alter_table = off"),
)


class RandomDdl:
    """Writes statements by chance; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.one_of = self.random.choice

    def statement(self) -> str:
        """One statement."""
        table, column = self._name(_TABLES), self._name(_COLUMNS)
        match self.random.randrange(10):
            case 0 | 1 | 2:
                return self._table()
            case 3 | 4 | 5:
                return self._change(table, column)
            case 6 | 7:
                return self._object(table, column)
            case 8:
                return self.one_of(_SESSION)
        return f"INSERT INTO {table} SELECT * FROM {self._name(_TABLES)}"

    def _change(self, table: str, column: str) -> str:
        word = self.one_of(("", "COLUMN "))
        return self.one_of(
            (
                f"DROP TABLE {self.one_of(('', 'IF EXISTS '))}{table}",
                f"ALTER TABLE {table} RENAME TO {self._name(_TABLES)}",
                f"ALTER TABLE {table} RENAME {word}{column} TO {self._name((*_COLUMNS, 'zz'))}",
                f"ALTER TABLE {table} ADD {word}{self._column(self.one_of(_COLUMNS), _TYPES, False)}",
                f"ALTER TABLE {table} DROP {word}{column}",
            )
        )

    def _object(self, table: str, column: str) -> str:
        exists, missing = self.one_of((("", ""), ("IF EXISTS ", "IF NOT EXISTS ")))
        index, unique = f"i{self.random.randrange(6)}", self.one_of(("", "UNIQUE "))
        where = self.one_of(("", f" WHERE {column} IS NOT NULL"))
        return self.one_of(
            (
                f"CREATE {unique}INDEX {missing}{index} ON {table} ({self.one_of(_KEYS)}){where}",
                f"DROP INDEX {exists}{index}",
                f"CREATE VIEW {missing}v AS SELECT {column} FROM {table}",
                f"DROP VIEW {exists}v",
                f"CREATE TRIGGER {missing}tr AFTER INSERT ON {table} BEGIN SELECT 1; SELECT 2; END",
                f"DROP TRIGGER {exists}tr",
            )
        )

    def _name(self, names: tuple[str, ...]) -> str:
        name, chance = self.one_of(names), self.random.random()
        if " " in name or chance < 0.2:
            return self.one_of(('"%s"', "`%s`", "[%s]")) % name
        return name.upper() if chance < 0.3 else name

    def _table(self) -> str:
        is_strict = self.random.random() < 0.15
        columns = self.random.sample(_COLUMNS, self.random.randint(1, 4))
        types = _STRICT_TYPES if is_strict else _TYPES
        has_key = self.random.random() < 0.5
        parts = [self._column(name, types, has_key and not place) for place, name in enumerate(columns)]
        if self.random.random() < 0.2:
            parts.append(self.one_of(("g INT AS (1 + 1)", "g TEXT GENERATED ALWAYS AS (upper('x')) STORED")))
        constraints = [self._constraint(columns) for _ in range(self.one_of((0, 0, 1, 2)))]
        between = ", " if constraints else ""
        body = f"{', '.join(parts)}{between}{self.one_of((' ', ', ')).join(constraints)}"
        options = ", ".join(["WITHOUT ROWID"] * (self.random.random() < 0.15) + ["STRICT"] * is_strict)
        missing = self.one_of(("", "IF NOT EXISTS "))
        return f"CREATE TABLE {missing}{self._name(_TABLES)} ({body}) {options}"

    def _column(self, name: str, types: tuple[str, ...], may_be_key: bool) -> str:
        written = f'"{name}" {self.one_of(types)}'
        for _ in range(self.one_of((0, 0, 1, 1, 2))):
            key = f" PRIMARY KEY{self.one_of(('', ' DESC', ' ASC'))}{self._conflict()}" if may_be_key else ""
            written += self.one_of(
                (
                    *(key, " NULL", f" NOT NULL{self._conflict()}", f" UNIQUE{self._conflict()}"),
                    *(f' CHECK ("{name}" > 0)', f" DEFAULT {self.one_of(_DEFAULTS)}", f" {self._references()}"),
                    *(" COLLATE NOCASE", " CONSTRAINT one UNIQUE"),
                )
            )
            may_be_key = may_be_key and "PRIMARY" not in written
        return written

    def _constraint(self, columns: list[str]) -> str:
        some = self.random.sample(columns, self.random.randint(1, min(3, len(columns))))
        order = ("", "", "", " COLLATE NOCASE", " DESC", " COLLATE BINARY ASC")
        keys = ", ".join(f"[{name}]{self.one_of(order)}" for name in some)
        return self.one_of(
            (
                *(f"PRIMARY KEY ({keys}){self._conflict()}", f"UNIQUE ({keys})", f"CONSTRAINT k UNIQUE ({keys})"),
                *(f"CHECK ([{some[0]}] <> 3)", f"FOREIGN KEY ([{some[0]}]) {self._references()}"),
            )
        )

    def _conflict(self) -> str:
        return self.one_of(("", "", "", " ON CONFLICT REPLACE", " ON CONFLICT IGNORE"))

    def _references(self) -> str:
        actions = self.one_of(("", " ON DELETE CASCADE", " ON DELETE SET NULL ON UPDATE RESTRICT"))
        timing = self.one_of(("", " DEFERRABLE INITIALLY DEFERRED", " NOT DEFERRABLE"))
        return f"REFERENCES {self._name(_TABLES)}{self.one_of(('', ' (id)'))}{actions}{timing}"
