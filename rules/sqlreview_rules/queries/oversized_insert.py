"""queries/oversized-insert."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Insert, Values

_ROWS = ", ".join(f"({number})" for number in range(1, 1002))


class OversizedInsert(Rule[Insert]):
    """One INSERT carries too many rows.

    Why: the server holds the text, its tree and all rows in memory at once, MySQL and MariaDB refuse more than
    `max_allowed_packet`, and one bad row takes all others with it.

    Instead: several statements of at most a thousand rows, or COPY and LOAD DATA.
    """

    id = "queries/oversized-insert"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    enabled = False
    examples = (
        Bad(
            f"""
            INSERT INTO dots (x) VALUES {_ROWS};
            ^^^^^^
            """,
            given="CREATE TABLE dots (x integer PRIMARY KEY);",
        ),
        Good("INSERT INTO dots (x) VALUES (1), (2), (3);", given="CREATE TABLE dots (x integer PRIMARY KEY);"),
    )

    most_rows: int = 1000
    """How many rows one statement may insert."""

    def check(self, subject: Insert, context: Context) -> Iterator[Finding]:
        """Reports lists of more rows."""
        if isinstance(subject.source, Values) and subject.source.row_count > self.most_rows:
            count = subject.source.row_count
            shown = f"{count:,}" if count < 10_000 else "10,000 or more"
            yield self.finding(subject.keyword, f"The statement inserts {shown} rows at once.")
