"""indexes/text-search-config-mismatch."""

import re
from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule, regex
from sqlreview.operations.written import normal_text
from sqlreview.queries import Delete, FunctionCall, Select, Update, functions_of
from sqlreview.schema import Index, Table
from sqlreview.schema.resolution import column_of

_INDEXED = regex(
    r"to_tsvector \( '(\w+)'(?: :: regconfig)? , \(?\s*+\"?(\w+)\"?(?: \))?(?: :: text)? \)", re.IGNORECASE
)
_QUERIES = frozenset(("to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery"))


class TextSearchConfigMismatch(Rule[Select | Update | Delete]):
    """A full-text query uses another configuration than the index, so the index is not used.

    Why: the index holds the words of one language; PostgreSQL uses it only for the very same expression, with the
    configuration written out, and reads the whole table for any other.

    Instead: the configuration of the index in the query, `to_tsvector('english', body)`.
    """

    id = "indexes/text-search-config-mismatch"
    sources = ("https://www.postgresql.org/docs/current/textsearch-tables.html", "measured on PostgreSQL 15")
    examples = (
        Bad(
            """
            SELECT id FROM docs WHERE to_tsvector(content) @@ to_tsquery('x') ORDER BY id LIMIT 9;
                                      ^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM docs WHERE to_tsvector('english', content) @@ to_tsquery('english', 'x') ORDER BY id LIMIT 9;
            """,
            given="CREATE TABLE docs (id bigint PRIMARY KEY, content text);\n"
            "CREATE INDEX docs_fts ON docs USING gin (to_tsvector('english', content));",
        ),
        Good(
            "SELECT id FROM docs WHERE to_tsvector('english', t) @@ to_tsquery('english', 'x') ORDER BY id LIMIT 9;",
            given="CREATE TABLE docs (id bigint PRIMARY KEY, t text);\n"
            "CREATE INDEX docs_fts ON docs USING gin (to_tsvector('english', t));",
        ),
    )

    def check(self, subject: Select | Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports calls of to_tsvector whose configuration no index on the column has."""
        calls = list(functions_of(subject))
        for call in calls:
            text = call.arguments[-1].column if call.name == "to_tsvector" and call.arguments else None
            found = column_of(text, subject, context.catalog) if text else None
            written = call.arguments[0].string if len(call.arguments) == 2 else ""
            if found is None or written is None or len(call.arguments) > 2:
                continue
            indexes = dict(_configurations(found[0], found[1].name))
            if indexes and written not in indexes and not any(item.generated for item in found[0].columns):
                name, index = next(iter(indexes.items()))
                message = f"`{index.name}` holds the words as '{name}' finds them, so this call does not use it."
                fixes = (_fix(name, call, calls),) if len(indexes) == 1 and not written else ()
                yield self.finding(call.span, message, *fixes, related=(Related("The index", index.origin),))


def _configurations(table: Table, column: str) -> Iterator[tuple[str, Index]]:
    for index in table.indexes:
        for key in index.keys:
            match = _INDEXED.fullmatch(normal_text(key.expression)) if key.expression else None
            if match and match[2].lower() == column.lower():
                yield match[1].lower(), index


def _fix(name: str, call: FunctionCall, calls: list[FunctionCall]) -> Fix:
    others = [item for item in calls if item.name in _QUERIES and len(item.arguments) == 1]
    edits = tuple(Edit.insert(item.arguments[0].span.start, f"'{name}', ") for item in (call, *others))
    return Fix("Say the configuration", edits, FixKind.UNSAFE)
