"""queries/explain-analyze-write."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, EmbeddedSql, Finding, Fix, FixKind, Good, Migration, Rule, Severity
from sqlreview.operations import Begin, Commit, Other, Rollback
from sqlreview.operations.explained import ExplainedWrite, explained_write, explains_by_executing, prepared_kind


class ExplainAnalyzeWrite(Rule[Migration | EmbeddedSql]):
    """EXPLAIN ANALYZE executes the write it explains.

    Why: to measure it, the server runs the statement: the rows of an explained DELETE are gone.

    Instead: between BEGIN and ROLLBACK, or EXPLAIN without ANALYZE.
    """

    id = "queries/explain-analyze-write"
    engines = ("postgres", "mysql", "mariadb")
    versions = "mysql >= 8.0.18, mariadb >= 10.1"
    sources = ("https://www.postgresql.org/docs/current/sql-explain.html", "measured on PostgreSQL and MariaDB")
    examples = (
        Bad(
            """
            EXPLAIN (ANALYZE, BUFFERS) DELETE FROM orders WHERE created_at < now() - interval '30 days';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            BEGIN;
            EXPLAIN (ANALYZE, BUFFERS) DELETE FROM orders WHERE created_at < now() - interval '30 days';
            ROLLBACK;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            EXPLAIN (ANALYZE, BUFFERS) DELETE FROM orders WHERE created_at < now() - interval '30 days';
            ROLLBACK;
            """,
            given=SHOP,
        ),
        Good("EXPLAIN (ANALYZE, BUFFERS) SELECT id FROM orders WHERE user_id = 5;", given=SHOP),
    )

    def check(self, subject: Migration | EmbeddedSql, context: Context) -> Iterator[Finding]:
        """Reports explained writes that nothing rolls back, and what a program puts behind EXPLAIN ANALYZE."""
        if isinstance(subject, EmbeddedSql):
            for gap in subject.fillings[:1]:
                if explains_by_executing(subject.sql[: gap.span.start], context.engine):
                    yield self.finding(gap.span, f"Whatever `{gap.written}` does, EXPLAIN ANALYZE executes it.")
            return
        for number, operation in subject.operations(Other):
            if operation.kind not in ("explain", "analyze", "describe", "desc"):
                continue
            text = subject.statements[number].text
            found = explained_write(text, context.engine)
            kind = _kind(found, number, subject) if found else None
            if found is None or kind is None or _is_rolled_back(number, subject):
                continue
            begin = "BEGIN" if context.engine.family == "postgres" else "START TRANSACTION"
            edits = (Edit.insert(0, f"{begin};\n"), Edit.insert(len(text), ";\nROLLBACK"))
            in_own = subject.before.session.wrapped or any(True for _ in subject.operations(Begin))
            fixes = () if in_own else (Fix("Roll it back", edits, FixKind.UNSAFE),)
            may = "may write" if kind == "unknown" else f"is a {found.verb}"
            message = f"What is explained {may}, and it is executed."
            severity = Severity.INFO if kind == "unknown" else None
            yield self.finding(subject.origins[number].within(found.span), message, *fixes, severity=severity)


def _kind(found: ExplainedWrite, number: int, migration: Migration) -> str | None:
    """`unknown` for a statement that is prepared elsewhere; None for one that is known to write nothing."""
    if not found.prepared:
        return found.kind
    return prepared_kind(found.prepared, (one.text for one in reversed(migration.statements[:number])))


def _is_rolled_back(number: int, migration: Migration) -> bool:
    controls = migration.operations(Begin, Commit, Rollback)
    before = next((item for at, item in reversed(controls) if at < number), None)
    after = next((item for at, item in controls if at > number), None)
    return isinstance(before, Begin) and isinstance(after, Rollback)
