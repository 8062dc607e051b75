"""indexes/gin-jsonb-operator-mismatch."""

import json
from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule
from sqlreview.queries import Delete, Predicate, Select, Update, predicates_of
from sqlreview.schema.json_attributes import JsonAttribute, attribute_of, is_indexed
from sqlreview.schema.keys import uses_column


class GinJsonbOperatorMismatch(Rule[Select | Update | Delete]):
    """A GIN index on a jsonb column cannot serve ->> comparisons.

    Why: the index answers `@>`, `?` and the operators of jsonpath. `profile->>'status' = 'live'` compares texts, so
    every row is read and the index is for nothing.

    Instead: `profile @> '{"status": "live"}'`, or an index on the expression `(profile->>'status')`.
    """

    id = "indexes/gin-jsonb-operator-mismatch"
    sources = ("https://www.postgresql.org/docs/current/datatype-json.html#JSON-INDEXING", "measured on PostgreSQL 15")
    examples = (
        Bad(
            """
            SELECT id FROM clients WHERE profile->>'level' = 'high' ORDER BY id LIMIT 10;
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM clients WHERE profile @> '{"level": "high"}' ORDER BY id LIMIT 10;
            """,
            given="CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb);\n"
            "CREATE INDEX clients_profile_idx ON clients USING gin (profile);",
        ),
        Good(
            """
            SELECT id FROM clients WHERE profile @> '{"level": "high"}' ORDER BY id LIMIT 10;
            """,
            given="CREATE TABLE clients (id bigint PRIMARY KEY, profile jsonb);\n"
            "CREATE INDEX clients_profile_idx ON clients USING gin (profile);",
        ),
    )

    def check(self, subject: Select | Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports comparisons of texts taken out of a column whose only indexes are GIN."""
        for part in predicates_of(subject):
            if part.kind not in ("equality", "in-list") or part.negated or part.left is None:
                continue
            found = attribute_of(part.left, subject, context.catalog)
            if found is None or not found.is_text or part.left.kind == "cast" or is_indexed(found):
                continue
            indexes = [item for item in found.table.indexes if uses_column(item, found.column.name)]
            if indexes and all(item.method == "gin" for item in indexes):
                name = f"`{found.table.name}.{found.column.name}`"
                message = f"The GIN index on {name} does not serve ->>, so every row of `{found.table.name}` is read."
                related = (Related("The index", indexes[0].origin),)
                yield self.finding(part.span, message, *_fixes(part, found), related=related)


def _fixes(part: Predicate, found: JsonAttribute) -> Iterator[Fix]:
    text = part.right.string if part.right and part.right.kind == "string" else None
    if text is None or part.kind != "equality" or part.left is None or "'" in text + found.key:
        return
    column = part.left.text.partition("->")[0].rstrip()
    new = f"{column} @> '{json.dumps({found.key: text}, ensure_ascii=False)}'"
    yield Fix("Ask with @>", (Edit.replace(part.span, new),), FixKind.UNSAFE)
