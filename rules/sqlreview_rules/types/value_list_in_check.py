"""types/value-list-in-check."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.schema import Catalog, Constraint, Table
from sqlreview.schema.value_lists import listed_values

_FEWEST = 3


class ValueListInCheck(Rule[Catalog]):
    """A long list of values in a CHECK belongs in a table of its own.

    Why: each new value drops the constraint and adds it again, which reads every row. A list that stands in two tables
    is soon two lists.

    Instead: a table of the values with a foreign key to it. Short closed lists are what a CHECK is for.
    """

    id = "types/value-list-in-check"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE trips (n int PRIMARY KEY, day text CHECK (day IN ('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su')));
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            options={"most": 6},
        ),
        Good("CREATE TABLE trips (n bigint PRIMARY KEY, cabin text NOT NULL CHECK (cabin IN ('eco', 'business')));"),
    )

    most: int = 11
    """How many values are fine."""

    def check(self, subject: Catalog, context: Context) -> Iterator[Finding]:
        """Reports long lists, and lists of several values that CHECKs of two tables share."""
        first: dict[frozenset[str], Constraint] = {}
        owners: dict[frozenset[str], str] = {}
        for table in subject.all(Table):
            if table.temporary or table.partition_of:
                continue
            for item in table.constraints:
                values = listed_values(item.expression) if item.kind == "check" and item.expression else ()
                known = frozenset(values)
                if item.inherited or not values:
                    continue
                if len(values) > self.most:
                    message = f"The CHECK of `{table.name}` lists {len(values)} values."
                    yield self.finding(item.origin, message)
                elif len(values) >= _FEWEST and owners.get(known, table.name) != table.name:
                    message = f"The CHECK of `{table.name}` repeats the list of `{owners[known]}`."
                    related = (Related("The same list stands here", first[known].origin),)
                    yield self.finding(item.origin, message, related=related)
                first.setdefault(known, item)
                owners.setdefault(known, table.name)
