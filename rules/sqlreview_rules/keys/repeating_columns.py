"""keys/repeating-columns."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, regex
from sqlreview.schema import Column, Table
from sqlreview.schema.table_roles import holds_copies, is_own_design

_NUMBERED = regex(r"(\D*?)_?(\d{1,2})(\D*+)")
_NO_LIST = frozenset(
    ("md", "sha", "utf", "ipv", "lat", "lon", "lng", "x", "y", "z", "q", "m", "h", "w", "d", "k", "p", "address_line")
)
_NO_LIST |= {"addressline", "line", "street", "iso", "crc", "base", "level", "percentile", "month", "hour", "quarter"}
_NO_LIST |= {"day", "week", "year", "alpha", "dim", "embedding", "reserved", "number", "date", "boolean"}
_SLOTS = ("number1", "date1", "boolean1")
_FEWEST = 3


class RepeatingColumns(Rule[Table]):
    """Numbered columns repeat one attribute inside a row.

    Why: a search has to look into every column, the row after the last one needs a migration, and nothing keeps the
    values together at the front.

    Instead: a table of its own with one row for each value, and a column for the position where the order counts.
    """

    id = "keys/repeating-columns"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            CREATE TABLE guests (id bigint PRIMARY KEY, phone1 text, phone2 text, phone3 text);
                                                        ^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE guests (id bigint PRIMARY KEY, address_line1 text NOT NULL, address_line2 text);"),
    )

    allowed: frozenset[str] = frozenset()
    """Names without their numbers that may be repeated."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports the first of three or more columns of one type whose names differ by consecutive numbers."""
        if not is_own_design(subject) or holds_copies(subject):
            return
        groups: dict[tuple[str, str, str], dict[int, Column]] = {}
        for column in subject.columns:
            match = _NUMBERED.fullmatch(column.name.lower())
            if match and match[1] and not column.generated and match[1] not in _NO_LIST | self.allowed:
                groups.setdefault((match[1], match[3], str(column.type)), {})[int(match[2])] = column
        has_slots = any(subject.column(name) for name in _SLOTS)  # for what customers add to a row themselves
        for (stem, tail, _), found in groups.items():
            if has_slots and stem == "tag":
                continue
            first = min(found)
            if len(found) >= _FEWEST and first < 2 and set(found) == set(range(first, first + len(found))):
                names = f"{stem}{first}{tail} to {stem}{max(found)}{tail}"
                message = f"`{subject.name}` repeats one attribute in {len(found)} columns, {names}."
                yield self.finding(found[first].origin, message)
