"""security/concatenated-dynamic-sql."""

import re
from collections.abc import Iterator

from sqlreview import Bad, Context, EmbeddedSql, Finding, Fix, FixKind, Good, Rule, Severity, Span, Statement, regex
from sqlreview.operations import CreateRoutine, Do
from sqlreview.operations.dynamic_sql import glued_texts

_CHANGES = regex(r"\s*+(?:CREATE|ALTER|DROP|TRUNCATE|GRANT|REVOKE)\b", re.I)
_CALL = regex(r"\$\{[\w.]++\([^{}]*+\}")
_PEOPLE = "CREATE TABLE people (id bigint PRIMARY KEY, name varchar(80) NOT NULL);"


class ConcatenatedDynamicSql(Rule[CreateRoutine | Do | EmbeddedSql | Statement]):
    """A value is glued into SQL text instead of being bound or quoted.

    Why: the text is read as SQL when it is executed. A name with a quote in it breaks the statement, and whoever may
    choose the value may write the rest of the statement himself.

    Instead: `EXECUTE '... WHERE name = $1' USING n`, or `format` with `%L` for values and `%I` for names; in MySQL
    `PREPARE` with `?` and `EXECUTE ... USING @n`. In a program a placeholder with the value as a parameter.
    """

    id = "security/concatenated-dynamic-sql"
    engines = ("postgres", "mysql", "mariadb", "sqlite")
    severity = Severity.ERROR
    sources = (
        "https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-QUOTE-LITERAL-EXAMPLE",
        "https://dev.mysql.com/doc/refman/8.0/en/prepare.html",
    )
    examples = (
        Bad(
            """
            CREATE FUNCTION find_people(n text) RETURNS SETOF people LANGUAGE plpgsql AS $$
            BEGIN
                RETURN QUERY EXECUTE 'SELECT * FROM people WHERE name = ''' || n || ''' LIMIT 9';
                                                                               ^
            END $$;
            """,
            fixed="""
            CREATE FUNCTION find_people(n text) RETURNS SETOF people LANGUAGE plpgsql AS $$
            BEGIN
                RETURN QUERY EXECUTE 'SELECT * FROM people WHERE name = ' || quote_literal(n) || ' LIMIT 9';
            END $$;
            """,
            given=_PEOPLE,
        ),
        Good(
            """
            CREATE FUNCTION find_people(n text) RETURNS SETOF people LANGUAGE plpgsql AS $$
            BEGIN
                RETURN QUERY EXECUTE 'SELECT * FROM people WHERE name = $1' USING n;
            END $$;
            """,
            given=_PEOPLE,
        ),
    )

    def check(self, subject: CreateRoutine | Do | EmbeddedSql | Statement, context: Context) -> Iterator[Finding]:
        """Reports the first unquoted value of each text that is executed."""
        if isinstance(subject, Statement):
            call = _CALL.search(subject.text) if "${" in subject.text else None
            if call is not None:  # migration tools fill in names alone, so a program made this text
                message = f"`{call[0]}` becomes part of the SQL text as SQL that nothing quotes."
                yield self.finding(Span(*call.span()), message, severity=Severity.WARNING)
            return
        if isinstance(subject, EmbeddedSql):
            yield from self._in_program(subject)
            return
        for text in glued_texts(subject, context.statement.text, context.engine):
            first = min(text.values, key=lambda value: value.position not in ("quoted", "value"))
            is_value = first.position in ("quoted", "value")
            fixes = (Fix("Quote what is glued in", text.edits, FixKind.UNSAFE),) if text.edits else ()
            place = "a value" if is_value else "a name" if first.position == "identifier" else "SQL"
            message = f"`{first.written}` becomes part of the SQL text as {place} that nothing quotes."
            yield self.finding(first.span, message, *fixes, severity=None if is_value else Severity.WARNING)

    def _in_program(self, subject: EmbeddedSql) -> Iterator[Finding]:
        """Values before names; a name matters most where it makes or drops something."""
        values = [gap for gap in subject.fillings if gap.place in ("value", "text")]
        names = [gap for gap in subject.fillings if gap.place == "name" and subject.is_sent]
        for gap in (values or names)[:1]:
            place = "a value" if values else "a name"
            weaker = Severity.WARNING if _CHANGES.match(subject.sql) else Severity.INFO
            message = f"`{gap.written}` becomes part of the SQL text as {place} that nothing quotes."
            weaker = Severity.WARNING if values else weaker
            yield self.finding(gap.span, message, severity=None if values and subject.is_sent else weaker)
